/// Why the policy did not let a request out. Nothing was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Only https is allowed (and http to a named address of this computer).
    #[error("only https is allowed")]
    Scheme,
    /// The host or port is not one of those allowed.
    #[error("this host is not allowed")]
    Host,
    /// The URL carries a user name or password.
    #[error("a user name or password in the address is not allowed")]
    UserInfo,
    /// The name leads to this computer or an inner network.
    #[error("the name leads into an inner network")]
    InnerAddress,
}

/// What can go wrong with an exchange. The variants answer one question: may the server have acted on it?
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The policy refused it. Nothing was sent.
    #[error("not sent: {0}")]
    Refused(#[from] Refusal),
    /// The request could not be put together (a header or form that is not valid). Nothing was sent.
    #[error("not sent: {0}")]
    Invalid(String),
    /// No connection (no network, no such host, refused, certificate not trusted). Nothing was sent.
    #[error("no connection: {0}")]
    Unreachable(String),
    /// No whole reply in time. The server may have acted.
    #[error("no answer in time")]
    TimedOut,
    /// The connection ended before the whole reply was there. The server may have acted.
    #[error("the connection broke: {0}")]
    Broken(String),
    /// The reply is larger than allowed. The server has acted.
    #[error("the answer is larger than {limit} bytes")]
    TooLarge {
        /// Allowed bytes.
        limit: usize,
    },
}

impl Error {
    /// True when the server cannot have acted, because nothing reached it.
    pub fn nothing_sent(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::Invalid(_) | Self::Unreachable(_))
    }

    /// Sorts reqwest's error. URLs are left out of the words: a query may hold a secret.
    pub(crate) fn from_reqwest(error: reqwest::Error) -> Self {
        let error = error.without_url();
        if let Some(refusal) = cause::<Refusal>(&error) {
            return Self::Refused(*refusal);
        }
        if error.is_builder() {
            return Self::Invalid(words(&error));
        }
        if error.is_connect() {
            return Self::Unreachable(words(&error));
        }
        if error.is_timeout() {
            return Self::TimedOut;
        }
        Self::Broken(words(&error))
    }
}

fn chain<'e>(
    error: &'e (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'e (dyn std::error::Error + 'static)> {
    std::iter::successors(Some(error), |error| error.source())
}

fn cause<'e, E: std::error::Error + 'static>(error: &'e (dyn std::error::Error + 'static)) -> Option<&'e E> {
    chain(error).find_map(|error| error.downcast_ref::<E>())
}

/// The innermost cause, which is the one that says something.
fn words(error: &(dyn std::error::Error + 'static)) -> String {
    chain(error).last().map_or_else(String::new, ToString::to_string)
}
