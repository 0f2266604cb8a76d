mod mark_read;
mod send;
