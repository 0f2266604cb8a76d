use super::super::record::record;
use super::super::words::words;
use super::{
    Button, Card, Digits, Document, Edit, Interactive, Location, Media, Order, Problem, Reaction, Revoke,
    System, Text, Unsupported,
};

record! {
    /// A message that came in, or that the business sent from another place. The member that its type names holds what
    /// is in it: see [`Message::content`].
    Message {
        /// Digits of the number it is from.
        from: String,
        /// Whose it is: the id for this business portfolio.
        from_user_id: String,
        /// Whose it is: the id for the parent of the portfolio.
        from_parent_user_id: String,
        /// Digits of the number it went to, of echoes.
        to: String,
        /// Whom it went to: the id for this business portfolio.
        to_user_id: String,
        /// Whom it went to: the id for the parent of the portfolio.
        to_parent_user_id: String,
        /// The group it is in.
        group_id: String,
        /// `wamid.` and more.
        id: String,
        /// Seconds since 1970.
        timestamp: Digits,
        /// What it is.
        kind = "type": MessageKind,
        /// What it answers, or where it is from.
        context: Context,
        /// The ad or post that it came from.
        referral: Referral,
        /// Whether the person's phone is still the same.
        identity: Identity,
        /// Why there is nothing to show.
        errors: Vec<Problem>,
        /// What became of it, of messages of the past.
        history_context: HistoryContext,
        /// Words.
        text: Text,
        /// A picture.
        image: Media,
        /// A film.
        video: Media,
        /// A sound, or a voice message.
        audio: Media,
        /// A file.
        document: Document,
        /// A sticker.
        sticker: Media,
        /// A place.
        location: Location,
        /// People from an address book.
        contacts: Vec<Card>,
        /// A button of a template that was pressed.
        button: Button,
        /// An answer to an interactive message.
        interactive: Interactive,
        /// An emoji on a message.
        reaction: Reaction,
        /// Products that somebody wants.
        order: Order,
        /// Something that WhatsApp tells of somebody.
        system: System,
        /// A message that was changed.
        edit: Edit,
        /// A message that was taken back.
        revoke: Revoke,
        /// Something this API does not take.
        unsupported: Unsupported,
    }
}

words! {
    /// What a message is.
    MessageKind {
        /// Words.
        Text = "text",
        /// A picture.
        Image = "image",
        /// A film.
        Video = "video",
        /// A sound, or a voice message.
        Audio = "audio",
        /// A file.
        Document = "document",
        /// A sticker.
        Sticker = "sticker",
        /// A place.
        Location = "location",
        /// People from an address book.
        Contacts = "contacts",
        /// A button of a template that was pressed.
        Button = "button",
        /// An answer to an interactive message.
        Interactive = "interactive",
        /// An emoji on a message.
        Reaction = "reaction",
        /// Products that somebody wants.
        Order = "order",
        /// Something that WhatsApp tells of somebody.
        System = "system",
        /// A message that was changed.
        Edit = "edit",
        /// A message that was taken back.
        Revoke = "revoke",
        /// Something this API does not take.
        Unsupported = "unsupported",
        /// Something this API does not take, in older webhooks.
        Unknown = "unknown",
        /// A file of the past, told of later.
        MediaPlaceholder = "media_placeholder",
    }
}

/// What is in a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content<'a> {
    /// Words.
    Text(&'a Text),
    /// A picture.
    Image(&'a Media),
    /// A film.
    Video(&'a Media),
    /// A sound, or a voice message.
    Audio(&'a Media),
    /// A file.
    Document(&'a Document),
    /// A sticker.
    Sticker(&'a Media),
    /// A place.
    Location(&'a Location),
    /// People from an address book.
    Contacts(&'a [Card]),
    /// A button of a template that was pressed.
    Button(&'a Button),
    /// An answer to an interactive message.
    Interactive(&'a Interactive),
    /// An emoji on a message.
    Reaction(&'a Reaction),
    /// Products that somebody wants.
    Order(&'a Order),
    /// Something that WhatsApp tells of somebody.
    System(&'a System),
    /// A message that was changed.
    Edit(&'a Edit),
    /// A message that was taken back.
    Revoke(&'a Revoke),
    /// Something this API does not take; the errors of the message say why.
    Unsupported(Option<&'a Unsupported>),
    /// Nothing that we know.
    Unknown,
}

impl Message {
    /// What is in it.
    pub fn content(&self) -> Content<'_> {
        let Some(kind) = &self.kind else { return Content::Unknown };
        let found = match kind {
            MessageKind::Text => self.text.as_ref().map(Content::Text),
            MessageKind::Image => self.image.as_ref().map(Content::Image),
            MessageKind::Video => self.video.as_ref().map(Content::Video),
            MessageKind::Audio => self.audio.as_ref().map(Content::Audio),
            MessageKind::Document => self.document.as_ref().map(Content::Document),
            MessageKind::Sticker => self.sticker.as_ref().map(Content::Sticker),
            MessageKind::Location => self.location.as_ref().map(Content::Location),
            MessageKind::Contacts => self.contacts.as_deref().map(Content::Contacts),
            MessageKind::Button => self.button.as_ref().map(Content::Button),
            MessageKind::Interactive => self.interactive.as_ref().map(Content::Interactive),
            MessageKind::Reaction => self.reaction.as_ref().map(Content::Reaction),
            MessageKind::Order => self.order.as_ref().map(Content::Order),
            MessageKind::System => self.system.as_ref().map(Content::System),
            MessageKind::Edit => self.edit.as_ref().map(Content::Edit),
            MessageKind::Revoke => self.revoke.as_ref().map(Content::Revoke),
            MessageKind::Unsupported | MessageKind::Unknown => {
                Some(Content::Unsupported(self.unsupported.as_ref()))
            }
            MessageKind::MediaPlaceholder | MessageKind::Other(_) => None,
        };
        found.unwrap_or(Content::Unknown)
    }
}

record! {
    /// What a message answers, or where it is from.
    Context {
        /// Digits of the number whose message it answers.
        from: String,
        /// The message it answers.
        id: String,
        /// It was passed on.
        forwarded: bool,
        /// It was passed on many times.
        frequently_forwarded: bool,
        /// The product it asks about.
        referred_product: Product,
    }
}

record! {
    /// A product of a catalog.
    Product {
        /// The catalog.
        catalog_id: String,
        /// The product in it.
        product_retailer_id: String,
    }
}

record! {
    /// The ad or post that somebody came from.
    Referral {
        /// Its address.
        source_url: String,
        /// Its id.
        source_id: String,
        /// `ad` or `post`.
        source_type: String,
        /// Its headline.
        headline: String,
        /// Its words.
        body: String,
        /// `image` or `video`.
        media_type: String,
        /// The picture.
        image_url: String,
        /// The film.
        video_url: String,
        /// The film's picture.
        thumbnail_url: String,
        /// The click, for measuring.
        ctwa_clid: String,
        /// The greeting that was shown.
        welcome_message: Welcome,
    }
}

record! {
    /// The greeting that an ad shows.
    Welcome {
        /// Its words.
        text: String,
    }
}

record! {
    /// Whether the person's phone is still the same.
    Identity {
        /// The business has taken notice.
        acknowledged: bool,
        /// When it changed.
        created_timestamp: Digits,
        /// Changes with the phone.
        hash: String,
    }
}

record! {
    /// What became of a message of the past.
    HistoryContext {
        /// For example `READ`.
        status: String,
    }
}
