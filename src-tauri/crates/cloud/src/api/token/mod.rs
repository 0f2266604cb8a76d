mod debug;
