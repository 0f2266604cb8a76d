mod history;
mod mark_read;
mod send;
