use crate::Error;

/// What came of a call that makes something new or sends something. Such a call is never made again after it may
/// have been carried out: whoever gets [`Outcome::Unknown`] looks first.
#[derive(Debug, Clone)]
#[must_use]
pub enum Outcome<T> {
    /// Meta took it.
    Accepted(T),
    /// Nothing was done: Meta refused it, takes no calls now, or nothing was sent.
    Refused(Error),
    /// It may have arrived and been done. No answer, trouble at Meta, or an answer that makes no sense.
    Unknown(Error),
}

impl<T> Outcome<T> {
    /// Sorts an answer.
    pub(crate) fn of(answer: Result<T, Error>) -> Self {
        match answer {
            Ok(done) => Self::Accepted(done),
            Err(error) if error.may_have_acted() => Self::Unknown(error),
            Err(error) => Self::Refused(error),
        }
    }

    /// The answer, where the difference between refused and unknown makes none; it stays in
    /// [`Error::may_have_acted`].
    pub fn into_result(self) -> Result<T, Error> {
        match self {
            Self::Accepted(done) => Ok(done),
            Self::Refused(error) | Self::Unknown(error) => Err(error),
        }
    }

    /// Why it was not accepted.
    pub fn error(&self) -> Option<&Error> {
        match self {
            Self::Accepted(_) => None,
            Self::Refused(error) | Self::Unknown(error) => Some(error),
        }
    }
}
