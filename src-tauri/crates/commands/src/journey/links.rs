//! Links that begin a journey: the address to copy and the QR code to print.
//!
//! The code is drawn here and not fetched: it is the same picture, it is there without a network and in the practice
//! account, and the page may load nothing from elsewhere.

use std::io::Cursor;

use fast_qr::convert::{Builder, Shape, svg::SvgBuilder};
use fast_qr::{ECL, QRBuilder, QRCode};
use flows::journey::Journey;
use image::{GrayImage, ImageFormat, Luma};

use crate::wire::{Code, CodeFormat, Error, JourneyLink};
use crate::{App, FileKind, account, file_name, publish};

/// Light modules around a code that scanners need.
const QUIET: u32 = 4;
/// Pixels of a module in a file: enough for a poster.
const MODULE: u32 = 24;

/// The links of a journey in an account.
pub fn links(app: &App, journey: &str, account: &str) -> Result<Vec<JourneyLink>, Error> {
    let number = account::list(app)?.into_iter().find(|known| known.id == account);
    let number = number.and_then(|account| account.display_phone_number).unwrap_or_default();
    let model = app.journey(journey, |open| Ok(Journey::read(open.document().shown())))?;
    let mut links = Vec::new();
    for (node, link) in model.links() {
        let key = publish::key(journey, &node.id.0);
        let live = app.store(|workspace| workspace.live(&key, account))?;
        let address = publish::address(&number, &link.text);
        let code = live.filter(|_| link.qr).map(|live| {
            if live.detail.is_empty() {
                format!("https://wa.me/message/{}", live.remote_id)
            } else {
                live.detail
            }
        });
        links.push(JourneyLink {
            step: node.id.0.clone(),
            title: node.title.clone(),
            text: link.text.clone(),
            picture: code.as_ref().map(|code| svg(code)).transpose()?,
            address,
            code,
        });
    }
    Ok(links)
}

/// Writes the QR code of a link to a file the user names. Gives its name, or `None` when the dialog was closed.
pub fn save_code(
    app: &App,
    journey: &str,
    account: &str,
    step: &str,
    format: CodeFormat,
) -> Result<Option<String>, Error> {
    let link = links(app, journey, account)?.into_iter().find(|link| link.step == step);
    let Some((link, code)) = link.and_then(|link| Some((link.clone(), link.code?))) else {
        return Err(Error::new(Code::NotFound, "This link has no QR code yet. Publish the journey first."));
    };
    let (kind, ending) = match format {
        CodeFormat::Png => (FileKind::Picture, "png"),
        CodeFormat::Svg => (FileKind::Drawing, "svg"),
    };
    let name = if link.title.trim().is_empty() { link.text } else { link.title };
    let Some(place) = app.host().choose_place(kind, &file_name(&name, ending)) else { return Ok(None) };
    let bytes = match format {
        CodeFormat::Png => png(&code)?,
        CodeFormat::Svg => svg(&code)?.into_bytes(),
    };
    store::write_atomically(&place, &bytes)?;
    Ok(Some(crate::name_of(&place)))
}

fn drawn(address: &str) -> Result<QRCode, Error> {
    // What is printed gets dirty: a quarter may be gone.
    QRBuilder::new(address).ecl(ECL::Q).build().map_err(|_| {
        Error::new(Code::Internal, "The address of this link is too long for a QR code. Publish it again.")
    })
}

fn svg(address: &str) -> Result<String, Error> {
    let code = drawn(address)?;
    Ok(SvgBuilder::default().margin(QUIET as usize).shape(Shape::Square).to_str(&code))
}

fn png(address: &str) -> Result<Vec<u8>, Error> {
    let code = drawn(address)?;
    let side = u32::try_from(code.size).unwrap_or_default();
    let is_dark = |x: u32, y: u32| {
        let place = |at: u32| (at / MODULE).checked_sub(QUIET).filter(|at| *at < side);
        let at = place(x).zip(place(y));
        // Row by row, without what would be left of the largest code.
        let module = at.and_then(|(x, y)| code.data.get((y * side + x) as usize));
        module.is_some_and(|module| module.value())
    };
    let pixels = (side + 2 * QUIET) * MODULE;
    let picture = GrayImage::from_fn(pixels, pixels, |x, y| Luma([if is_dark(x, y) { 0 } else { 255 }]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).map_err(|error| {
        Error::new(Code::Internal, format!("The picture could not be made: {error}. Please try again."))
    })?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_pictures_show_the_same_code() {
        let address = "https://wa.me/message/ANED2T5QRU7HG1";
        let code = drawn(address).unwrap();
        let picture = image::load_from_memory(&png(address).unwrap()).unwrap().into_luma8();
        let modules = u32::try_from(code.size).unwrap() + 2 * QUIET;
        assert_eq!(picture.dimensions(), (modules * MODULE, modules * MODULE));
        let at =
            |x: u32, y: u32| picture.get_pixel((x + QUIET) * MODULE + 1, (y + QUIET) * MODULE + 1).0[0] == 0;
        for (y, x) in (0..code.size).flat_map(|y| (0..code.size).map(move |x| (y, x))) {
            let (px, py) = (u32::try_from(x).unwrap(), u32::try_from(y).unwrap());
            assert_eq!(at(px, py), code[y][x].value(), "{x} {y}");
        }
        assert!(picture.get_pixel(1, 1).0[0] == 255, "there is light around it");
        let drawing = svg(address).unwrap();
        assert!(
            drawing.starts_with("<svg") && drawing.contains(&format!("viewBox=\"0 0 {modules} {modules}\""))
        );
    }
}
