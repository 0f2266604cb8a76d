//! The listening end: connections that can be cut after a number of bytes, as a bad network does.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpListener;

/// Accepts connections on this computer.
pub(crate) struct Door(pub(crate) TcpListener);

/// Lets a request decide how much more its connection carries.
#[derive(Clone)]
pub(crate) struct Line(Arc<AtomicI64>);

const WHOLE: i64 = -1;

impl Line {
    /// Carries so many more bytes and then breaks.
    pub(crate) fn cut_after(&self, bytes: u32) {
        self.0.store(i64::from(bytes), Ordering::SeqCst);
    }
}

/// A connection that may be cut.
pub(crate) struct Connection {
    inner: <TcpListener as Listener>::Io,
    line: Line,
}

impl Listener for Door {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (inner, address) = Listener::accept(&mut self.0).await;
        (Connection { inner, line: Line(Arc::new(AtomicI64::new(WHOLE))) }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Door>> for Line {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        stream.io().line.clone()
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let left = self.line.0.load(Ordering::SeqCst);
        if left == WHOLE {
            return Pin::new(&mut self.inner).poll_write(cx, bytes);
        }
        let through = usize::try_from(left).unwrap_or(0).min(bytes.len());
        if through == 0 {
            return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()));
        }
        let written = Pin::new(&mut self.inner).poll_write(cx, bytes.get(..through).unwrap_or_default());
        if let Poll::Ready(Ok(count)) = &written {
            self.line.0.fetch_sub(i64::try_from(*count).unwrap_or(i64::MAX), Ordering::SeqCst);
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}
