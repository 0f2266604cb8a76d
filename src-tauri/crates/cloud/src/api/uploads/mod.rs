mod header_handle;
