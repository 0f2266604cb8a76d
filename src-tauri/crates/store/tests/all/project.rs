//! Projects as folders and zipped files, also such as mean harm.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use flows::check::DocumentKind;
use flows::project::{Contents, Files, ProjectDocument, ProjectError, write};
use store::project::{Trouble, name_in, read, write_folder, write_zip};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn contents(flows: &[(&str, &str)]) -> Contents {
    let document = |(name, text): &(&str, &str)| ProjectDocument {
        kind: DocumentKind::Flow,
        name: (*name).to_owned(),
        text: (*text).to_owned(),
        places: BTreeMap::new(),
        notes: BTreeMap::new(),
    };
    Contents {
        name: "Salon".to_owned(),
        documents: flows.iter().map(document).collect(),
        media: [("a.jpg".to_owned(), vec![1, 2, 3])].into(),
        ..Contents::default()
    }
}

fn files(flows: &[(&str, &str)]) -> Files {
    write(&contents(flows)).unwrap()
}

/// Everything below a folder, by path.
fn below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

#[test]
fn a_project_goes_out_and_comes_in_as_a_folder_and_zipped() {
    let place = tempfile::tempdir().unwrap();
    let large = "x".repeat(3_000_000); // packs so well that it would look like a bomb
    let files = files(&[("Booking", "{}"), ("Large", &large)]);
    let (folder, zipped) = (place.path().join("Salon"), place.path().join("Salon.waymark"));
    write_folder(&folder, &files).unwrap();
    write_zip(&zipped, &files).unwrap();
    assert_eq!(read(&folder).unwrap(), files);
    assert_eq!(name_in(&folder).as_deref(), Some("Salon"));
    assert_eq!(read(&zipped).unwrap(), files);
    let first = fs::read(&zipped).unwrap();
    write_zip(&zipped, &read(&folder).unwrap()).unwrap();
    assert!(fs::read(&zipped).unwrap() == first, "the same project is the same bytes");
    let names: Vec<_> = fs::read_dir(place.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn of_a_folder_only_what_is_ours_is_touched() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    let foreign: [(&str, &[u8]); 3] =
        [(".git/HEAD", b"ref"), ("README.md", b"# Salon"), ("flows/by hand.txt", b"mine")];
    write_folder(folder, &files(&[("Old", "{}"), ("Kept", "{ }")])).unwrap();
    for (path, bytes) in foreign {
        fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        fs::write(folder.join(path), bytes).unwrap();
    }
    let new = files(&[("Kept", "{ \"a\": 1 }"), ("New", "{}")]);
    write_folder(folder, &new).unwrap();
    let mut wanted: BTreeMap<String, Vec<u8>> =
        new.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    wanted.extend(foreign.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())));
    assert_eq!(below(folder), wanted);
    let read = flows::project::read(read(folder).unwrap()).unwrap();
    assert_eq!(read.contents, contents(&[("Kept", "{ \"a\": 1 }"), ("New", "{}")]));
    assert_eq!(read.left.iter().map(flows::project::Left::path).collect::<Vec<_>>(), ["flows/by hand.txt"]);
}

#[test]
fn what_is_in_the_way_stays() {
    for (path, word) in [("project.json", "project.json"), ("flows/mine.txt", "flows"), ("media", "media")] {
        let place = tempfile::tempdir().unwrap();
        let mine = place.path().join(path);
        fs::create_dir_all(mine.parent().unwrap()).unwrap();
        fs::write(&mine, "{ \"name\": \"another program's\" }").unwrap();
        let before = below(place.path());
        let refused = write_folder(place.path(), &files(&[("A", "{}")]));
        assert!(matches!(&refused, Err(Trouble::Occupied(name)) if name == word), "{path}: {refused:?}");
        assert_eq!(below(place.path()), before);
        assert_eq!(name_in(place.path()), None);
    }
}

#[test]
fn a_file_that_the_project_does_not_name_is_not_written_over() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    write_folder(folder, &files(&[("A", "{}")])).unwrap();
    fs::write(folder.join("flows/Booking.json"), "{ \"by\": \"hand\" }").unwrap();
    let before = below(folder);
    let refused = write_folder(folder, &files(&[("A", "{ }"), ("Booking", "{}")]));
    assert!(matches!(&refused, Err(Trouble::Foreign(path)) if path == "flows/Booking.json"), "{refused:?}");
    assert_eq!(below(folder), before);
    let same = files(&[("A", "{ }"), ("Booking", "{ \"by\": \"hand\" }")]);
    write_folder(folder, &same).unwrap();
    assert_eq!(read(folder).unwrap(), same);
}

#[test]
fn a_name_that_changes_only_in_upper_and_lower_case_keeps_its_file() {
    let place = tempfile::tempdir().unwrap();
    write_folder(place.path(), &files(&[("booking", "{}")])).unwrap();
    let new = files(&[("Booking", "{ }")]);
    write_folder(place.path(), &new).unwrap();
    assert_eq!(read(place.path()).unwrap(), new);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_whose_name_differs_only_in_case_is_another_one() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    write_folder(folder, &files(&[("Booking", "{}")])).unwrap();
    fs::write(folder.join("flows/booking.json"), "by hand").unwrap();
    let refused = write_folder(folder, &files(&[("booking", "{}")]));
    assert!(matches!(&refused, Err(Trouble::Foreign(path)) if path == "flows/booking.json"), "{refused:?}");
    assert_eq!(fs::read_to_string(folder.join("flows/booking.json")).unwrap(), "by hand");
}

#[test]
fn a_folder_that_was_cut_off_says_so_and_is_put_right_by_saving_again() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path();
    write_folder(folder, &files(&[("Old", "{}")])).unwrap();
    // while the new files were written: the old project is whole
    fs::create_dir_all(folder.join(".waymark-writing/flows")).unwrap();
    fs::write(folder.join(".waymark-writing/flows/New.json"), "{").unwrap();
    assert_eq!(read(folder).unwrap(), files(&[("Old", "{}")]));
    // while they moved: one is there, the others are not
    let new = files(&[("Half", "{}"), ("New", "{}")]);
    let moving = folder.join(".waymark-moving");
    fs::create_dir_all(moving.join("flows")).unwrap();
    fs::write(folder.join("flows/Half.json"), "{}").unwrap();
    fs::write(moving.join("flows/New.json"), "{}").unwrap();
    fs::write(moving.join("project.json"), new.get("project.json").unwrap()).unwrap();
    assert!(matches!(read(folder), Err(Trouble::Unfinished)));
    let last = files(&[("Last", "{}")]);
    write_folder(folder, &last).unwrap();
    assert_eq!(read(folder).unwrap(), last);
    let wanted = last.iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    assert_eq!(below(folder), wanted, "nothing of what was cut off is left");
}

#[cfg(unix)]
#[test]
fn a_link_in_a_folder_is_neither_followed_nor_written_through() {
    use std::os::unix::fs::symlink;
    let place = tempfile::tempdir().unwrap();
    let secret = place.path().join("secret");
    fs::write(&secret, "secret").unwrap();
    let folder = place.path().join("project");
    write_folder(&folder, &files(&[("A", "{}")])).unwrap();
    symlink(&secret, folder.join("flows/B.json")).unwrap();
    let refused = read(&folder).unwrap_err().to_string();
    assert!(refused.contains("\"flows/B.json\" is a link"), "{refused}");
    let elsewhere = place.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let other = place.path().join("other");
    fs::create_dir(&other).unwrap();
    symlink(&elsewhere, other.join("flows")).unwrap();
    assert!(matches!(write_folder(&other, &files(&[("A", "{}")])), Err(Trouble::Linked(_))));
    assert!(below(&elsewhere).is_empty());
}

#[cfg(unix)]
#[test]
fn a_place_that_cannot_be_written_to_is_as_before() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("project");
    write_folder(&folder, &files(&[("A", "{}")])).unwrap();
    let before = below(&folder);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.join("probe"), "").is_ok() {
        return; // whoever may write everywhere cannot try this
    }
    let refused = write_folder(&folder, &files(&[("B", "{}")]));
    assert!(matches!(refused, Err(Trouble::Store(store::Error::ReadOnly))), "{refused:?}");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(below(&folder), before);
}

type Zip = ZipWriter<Cursor<Vec<u8>>>;

/// A zip file of what is put into it.
fn packed(fill: impl FnOnce(&mut Zip)) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    fill(&mut writer);
    writer.finish().unwrap().into_inner()
}

fn put(writer: &mut Zip, name: &str, bytes: &[u8]) {
    writer.start_file(name, SimpleFileOptions::default()).unwrap();
    writer.write_all(bytes).unwrap();
}

fn with(name: &str) -> Vec<u8> {
    packed(|zip| put(zip, name, b"{}"))
}

/// The same bytes with a name in another's place, both of one length.
fn swapped(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let places: Vec<usize> =
        bytes.windows(from.len()).enumerate().filter(|(_, w)| *w == from).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    bytes
}

#[test]
fn a_zipped_file_that_means_harm_is_refused_with_a_sentence() {
    let bomb = || vec![0; 20_000_000];
    let lying = {
        // says that little comes out of it
        let bytes = packed(|zip| put(zip, "media/bomb", &bomb()));
        swapped(bytes, &20_000_000_u32.to_le_bytes(), &500_u32.to_le_bytes())
    };
    let two = |one: &str, other: &str| {
        packed(|zip| {
            put(zip, one, b"{}");
            put(zip, other, b"{}");
        })
    };
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("dots", with("../evil.json"), "leads out of the project's folder"),
        ("dots within", with("flows/../../evil.json"), "leads out of"),
        ("dots of windows", with("flows\\..\\..\\evil"), "leads out of"),
        ("absolute", with("/etc/evil"), "begins at the root"),
        ("a drive", with("C:/evil"), "begins at the root"),
        ("a device", with("flows/NUL.json"), "is the name of a device"),
        ("a stream", with("flows/a.json:hidden"), "has a character that"),
        (
            "a folder",
            packed(|zip| {
                zip.add_directory("../up", SimpleFileOptions::default()).unwrap();
            }),
            "leads out of",
        ),
        (
            "a link",
            packed(|zip| {
                zip.add_symlink("flows/a.json", "/etc/passwd", SimpleFileOptions::default()).unwrap();
            }),
            "is a link",
        ),
        ("a bomb", packed(|zip| put(zip, "media/bomb", &bomb())), "unpacks to more than 100 times"),
        ("a lie", lying, "is damaged or cut off"),
        (
            "many bombs",
            packed(|zip| (0..300).for_each(|n| put(zip, &format!("media/{n}"), &vec![0; 990_000]))),
            "larger than 200 MB",
        ),
        (
            "too many",
            packed(|zip| (0..10_001).for_each(|n| put(zip, &format!("media/{n}"), b""))),
            "more than 10000 files",
        ),
        (
            "a million",
            packed(|zip| (0..66_000).for_each(|n| put(zip, &format!("{n}"), b""))),
            "more than 10000 files",
        ),
        (
            "twice",
            swapped(two("flows/a.json", "flows/b.json"), b"flows/b.json", b"flows/a.json"),
            "same name",
        ),
        ("case", two("flows/a.json", "flows/A.json"), "differ only in upper and lower case"),
        ("not text", swapped(with("flows/ab.json"), b"flows/ab", b"flows/\xffb"), "is not UTF-8 text"),
        ("empty", packed(|_| {}), "not a Waymark project"),
        ("no zip", b"hello".to_vec(), "not a Waymark project"),
        ("nothing", Vec::new(), "not a Waymark project"),
        ("a backup", b"SQLite format 3\0and more".to_vec(), "a backup of everything"),
    ];
    let place = tempfile::tempdir().unwrap();
    for (what, bytes, part) in cases {
        let path = place.path().join("a.waymark");
        fs::write(&path, bytes).unwrap();
        let come = read(&path).and_then(|files| Ok(flows::project::read(files)?));
        let sentence = come.unwrap_err().to_string();
        assert!(sentence.contains(part) && sentence.ends_with('.'), "{what}: {sentence}");
    }
    assert_eq!(below(place.path()).len(), 1, "nothing was written");
}

#[test]
fn a_zipped_project_that_is_cut_off_or_damaged_is_refused_and_never_misread() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("a.waymark");
    let whole = files(&[("Booking", "{ \"version\": \"7.3\", \"screens\": [] }"), ("Other", "{}")]);
    write_zip(&path, &whole).unwrap();
    let bytes = fs::read(&path).unwrap();
    for end in 0..bytes.len() {
        fs::write(&path, &bytes[..end]).unwrap();
        let sentence = read(&path).unwrap_err().to_string();
        assert!(sentence.ends_with('.'), "{end}: {sentence}");
    }
    let mut misread = 0;
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        fs::write(&path, &damaged).unwrap();
        if let Ok(files) = read(&path) {
            // times and the like do not matter; names and contents do
            misread += usize::from(files != whole && flows::project::read(files).is_ok());
        }
    }
    assert_eq!(misread, 0);
}

#[test]
fn a_zip_that_another_program_made_is_read() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("salon-main.zip");
    let whole = files(&[("Booking", "{}")]);
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let bytes = packed(|zip| {
        zip.add_directory("salon-main/", SimpleFileOptions::default()).unwrap();
        for (path, bytes) in whole.iter() {
            zip.start_file(format!("salon-main/{path}"), stored).unwrap();
            zip.write_all(bytes).unwrap();
        }
        put(zip, "salon-main/README.md", b"# Salon");
    });
    fs::write(&path, bytes).unwrap();
    let found = flows::project::read(read(&path).unwrap()).unwrap();
    assert_eq!(found.contents, contents(&[("Booking", "{}")]));
    assert_eq!(found.left.iter().map(flows::project::Left::path).collect::<Vec<_>>(), ["README.md"]);
}

#[test]
fn what_is_not_there_is_told_as_such() {
    let place = tempfile::tempdir().unwrap();
    assert!(matches!(read(&place.path().join("gone.waymark")), Err(Trouble::Store(_))));
    let empty = read(place.path()).and_then(|files| Ok(flows::project::read(files)?));
    assert!(matches!(empty, Err(Trouble::Project(ProjectError::NotAProject))));
}
