use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use url::{Host, Url};

use crate::Refusal;

/// Where a client may connect to, and how much it may take. Starts with nothing allowed.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    hosts: Vec<Allowed>,
    loopback: Vec<SocketAddr>,
    pub(crate) limits: Limits,
}

/// How much time and memory an exchange may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Longest wait for a connection, look-up and TLS included.
    pub connect: Duration,
    /// Longest time for a whole exchange; a [`crate::Request`] may ask for another.
    pub total: Duration,
    /// Largest reply in bytes; a [`crate::Request`] may ask for another.
    pub body: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), total: Duration::from_secs(15), body: 256 * 1024 }
    }
}

#[derive(Debug, Clone)]
enum Allowed {
    Host { name: String, port: u16 },
    Below { domain: String },
}

impl Policy {
    /// With other limits.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Also https to exactly this host and port.
    #[must_use]
    pub fn https(mut self, host: &str, port: u16) -> Self {
        self.hosts.push(Allowed::Host { name: host.to_ascii_lowercase(), port });
        self
    }

    /// Also https, port 443, to every host below this domain, not to the domain itself.
    #[must_use]
    pub fn https_below(mut self, domain: &str) -> Self {
        self.hosts.push(Allowed::Below { domain: domain.to_ascii_lowercase() });
        self
    }

    /// Also plain http to exactly this address of this computer. Not an address of this computer: no change.
    #[must_use]
    pub fn loopback(mut self, address: SocketAddr) -> Self {
        if address.ip().is_loopback() {
            self.loopback.push(address);
        }
        self
    }

    /// Allows what the base URL of a server names: https at its host, or plain http at a literal loopback
    /// address. Anything else is refused.
    pub fn base(self, base: &Url) -> Result<Self, Refusal> {
        match (base.scheme(), base.host(), base.port_or_known_default()) {
            ("https", Some(Host::Domain(name)), Some(port)) => Ok(self.https(name, port)),
            ("http", Some(Host::Ipv4(ip)), Some(port)) if ip.is_loopback() => {
                Ok(self.loopback(SocketAddr::new(IpAddr::V4(ip), port)))
            }
            ("http", Some(Host::Ipv6(ip)), Some(port)) if ip.is_loopback() => {
                Ok(self.loopback(SocketAddr::new(IpAddr::V6(ip), port)))
            }
            ("https", ..) => Err(Refusal::Host),
            _ => Err(Refusal::Scheme),
        }
    }

    /// Whether a request to this URL may be made. Says nothing yet on the address a name resolves to.
    pub fn check(&self, url: &Url) -> Result<(), Refusal> {
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::UserInfo);
        }
        let port = url.port_or_known_default().ok_or(Refusal::Scheme)?;
        match (url.scheme(), url.host().ok_or(Refusal::Host)?) {
            ("https", Host::Domain(name)) if self.hosts.iter().any(|allowed| allowed.takes(name, port)) => {
                Ok(())
            }
            ("http", Host::Ipv4(ip)) if self.loopback.contains(&SocketAddr::new(IpAddr::V4(ip), port)) => {
                Ok(())
            }
            ("http", Host::Ipv6(ip)) if self.loopback.contains(&SocketAddr::new(IpAddr::V6(ip), port)) => {
                Ok(())
            }
            ("https", Host::Domain(_)) | ("http" | "https", Host::Ipv4(_) | Host::Ipv6(_)) => {
                Err(Refusal::Host)
            }
            _ => Err(Refusal::Scheme),
        }
    }
}

impl Allowed {
    /// `name` as the `url` crate gives it: lower case, IDNA done, percent-encoding undone.
    fn takes(&self, name: &str, port: u16) -> bool {
        match self {
            Self::Host { name: allowed, port: allowed_port } => name == allowed && port == *allowed_port,
            Self::Below { domain } => {
                port == 443
                    && name
                        .strip_suffix(domain.as_str())
                        .is_some_and(|rest| rest.len() > 1 && rest.ends_with('.'))
            }
        }
    }
}
