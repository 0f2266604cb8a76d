use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::ProjectError;

/// The file that says what a project is.
pub const MANIFEST: &str = "project.json";

/// What `format` in it says.
pub const FORMAT: &str = "waymark-project";

/// The newest version of the format.
pub const VERSION: u64 = 1;

/// `project.json`.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Manifest {
    pub(super) name: String,
    pub(super) documents: Vec<Listed>,
    pub(super) media: Vec<Listed>,
    pub(super) rest: Map<String, Value>,
}

/// A file that belongs to the project.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listed {
    /// Its path.
    pub(super) file: String,
    /// What it is called, when the file is not called that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// Members that are not known here.
    #[serde(flatten)]
    pub(super) rest: Map<String, Value>,
}

impl Manifest {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ProjectError> {
        let wrong = |line: usize, why: String| ProjectError::Manifest {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            why: why.trim_end_matches('.').to_owned(),
        };
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let read: Result<Map<String, Value>, _> = serde_json::from_slice(bytes);
        let mut members = read.map_err(|error| wrong(error.line(), plain(&error)))?;
        if members.shift_remove("format").as_ref().and_then(Value::as_str) != Some(FORMAT) {
            return Err(ProjectError::NotAProject);
        }
        let version = members.shift_remove("version");
        let version = version.as_ref().and_then(Value::as_u64).filter(|version| *version > 0);
        let found = version.ok_or_else(|| wrong(1, "\"version\" has to be a number from 1".to_owned()))?;
        if found > VERSION {
            return Err(ProjectError::Newer { found, known: VERSION });
        }
        let name = match members.shift_remove("name") {
            Some(Value::String(name)) => name,
            None => String::new(),
            Some(_) => return Err(wrong(1, "\"name\" has to be a text".to_owned())),
        };
        let mut list = |key: &str| -> Result<Vec<Listed>, ProjectError> {
            let Some(value) = members.shift_remove(key) else { return Ok(Vec::new()) };
            let said = format!("every entry of \"{key}\" has to be an object with \"file\"");
            serde_json::from_value(value).map_err(|_| wrong(1, said))
        };
        let (documents, media) = (list("documents")?, list("media")?);
        Ok(Self { name, documents, media, rest: members })
    }

    /// One line for each file, so that adding one changes one line.
    pub(super) fn write(&self) -> String {
        let mut out = String::from("{\n");
        let _ = write!(
            out,
            "  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION},\n  \"name\": {}",
            Value::from(self.name.as_str())
        );
        for (key, list) in [("documents", &self.documents), ("media", &self.media)] {
            if list.is_empty() {
                let _ = write!(out, ",\n  \"{key}\": []");
                continue;
            }
            let lines: Vec<String> = list.iter().map(|listed| format!("    {}", listed.line())).collect();
            let _ = write!(out, ",\n  \"{key}\": [\n{}\n  ]", lines.join(",\n"));
        }
        for (key, value) in &self.rest {
            let value = format!("{value:#}").replace('\n', "\n  ");
            let _ = write!(out, ",\n  {}: {value}", Value::from(key.as_str()));
        }
        out.push_str("\n}\n");
        out
    }
}

impl Listed {
    fn line(&self) -> String {
        let name = self.name.iter().map(|name| ("name", Value::from(name.as_str())));
        let known = [("file", Value::from(self.file.as_str()))].into_iter().chain(name);
        let rest = self.rest.iter().map(|(key, value)| (key.as_str(), value.clone()));
        let members: Vec<String> =
            known.chain(rest).map(|(key, value)| format!("{}: {value}", Value::from(key))).collect();
        format!("{{ {} }}", members.join(", "))
    }
}

/// serde's words without the place, which is told by itself.
pub(super) fn plain(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.split(" at line ").next().unwrap_or_default().to_owned()
}
