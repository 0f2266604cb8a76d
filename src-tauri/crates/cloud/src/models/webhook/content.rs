//! What is in messages.

use serde_json::Number;

use super::super::record::record;
use super::super::words::words;
use super::{Digits, Message};

record! {
    /// Words.
    Text {
        /// The words.
        body: String,
    }
}

record! {
    /// A picture, film, sound or sticker.
    Media {
        /// To download it by.
        id: String,
        /// Its address, for the token's owner.
        url: String,
        /// For example `image/jpeg`.
        mime_type: String,
        /// Of its bytes, in base64.
        sha256: String,
        /// Words below it.
        caption: String,
        /// A sticker that moves.
        animated: bool,
        /// A sound that was recorded in the chat.
        voice: bool,
    }
}

record! {
    /// A file.
    Document {
        /// To download it by.
        id: String,
        /// Its address, for the token's owner.
        url: String,
        /// For example `application/pdf`.
        mime_type: String,
        /// Of its bytes, in base64.
        sha256: String,
        /// Words below it.
        caption: String,
        /// Its name.
        filename: String,
    }
}

record! {
    /// A place.
    Location {
        /// Degrees north.
        latitude: Number,
        /// Degrees east.
        longitude: Number,
        /// Its name.
        name: String,
        /// Its address.
        address: String,
        /// A page about it.
        url: String,
    }
}

record! {
    /// Somebody from an address book.
    Card {
        /// Addresses.
        addresses: Vec<Address>,
        /// As `1990-05-17`.
        birthday: String,
        /// Addresses for mail.
        emails: Vec<Email>,
        /// The name.
        name: Name,
        /// Where they work.
        org: Organization,
        /// Phone numbers.
        phones: Vec<Phone>,
        /// Pages.
        urls: Vec<Url>,
    }
}

record! {
    /// An address.
    Address {
        /// House and street.
        street: String,
        /// The city.
        city: String,
        /// The state.
        state: String,
        /// The postal code.
        zip: String,
        /// The country's name.
        country: String,
        /// The country, two letters.
        country_code: String,
        /// `HOME` or `WORK`.
        kind = "type": String,
    }
}

record! {
    /// An address for mail.
    Email {
        /// The address.
        email: String,
        /// `HOME` or `WORK`.
        kind = "type": String,
    }
}

record! {
    /// A name.
    Name {
        /// All of it.
        formatted_name: String,
        /// Given name.
        first_name: String,
        /// Family name.
        last_name: String,
        /// Between them.
        middle_name: String,
        /// Before it.
        prefix: String,
        /// After it.
        suffix: String,
    }
}

record! {
    /// Where somebody works.
    Organization {
        /// The company.
        company: String,
        /// Its department.
        department: String,
        /// What they are there.
        title: String,
    }
}

record! {
    /// A phone number.
    Phone {
        /// As it was written.
        phone: String,
        /// Digits, when it is on WhatsApp.
        wa_id: String,
        /// For example `MOBILE`.
        kind = "type": String,
    }
}

record! {
    /// A page.
    Url {
        /// Its address.
        url: String,
        /// `HOME` or `WORK`.
        kind = "type": String,
    }
}

record! {
    /// A button of a template that was pressed.
    Button {
        /// What the business gave it.
        payload: String,
        /// What it says.
        text: String,
    }
}

record! {
    /// An answer to an interactive message. The member that its type names holds it.
    Interactive {
        /// What was answered.
        kind = "type": InteractiveKind,
        /// The button that was pressed.
        button_reply: Reply,
        /// The row that was chosen.
        list_reply: Reply,
        /// What a Flow ended with.
        nfm_reply: FlowReply,
        /// Whether the business may call.
        call_permission_reply: PermissionReply,
    }
}

words! {
    /// What was answered.
    InteractiveKind {
        /// A button was pressed.
        ButtonReply = "button_reply",
        /// A row of a list was chosen.
        ListReply = "list_reply",
        /// A Flow was ended.
        NfmReply = "nfm_reply",
        /// The business may call, or may not.
        CallPermissionReply = "call_permission_reply",
    }
}

record! {
    /// A button or a row.
    Reply {
        /// What the business gave it.
        id: String,
        /// What it says.
        title: String,
        /// What a row says below its title.
        description: String,
    }
}

record! {
    /// What a Flow ended with. It does not say which Flow: that has to be in `flow_token`.
    FlowReply {
        /// `flow`; `address_message` of an address.
        name: String,
        /// What the chat shows.
        body: String,
        /// JSON in a text: the parameters of `complete`, and the `flow_token`.
        response_json: String,
    }
}

record! {
    /// Whether the business may call.
    PermissionReply {
        /// `accept` or `reject`.
        response: String,
        /// Until it is taken back.
        is_permanent: bool,
        /// Until when, seconds since 1970.
        expiration_timestamp: Digits,
        /// `user_action` or `automatic`.
        response_source: String,
    }
}

record! {
    /// An emoji on a message.
    Reaction {
        /// The message.
        message_id: String,
        /// The emoji; empty or missing when it was taken away.
        emoji: String,
    }
}

record! {
    /// Products that somebody wants.
    Order {
        /// The catalog.
        catalog_id: String,
        /// Words that came with it.
        text: String,
        /// The products.
        product_items: Vec<OrderItem>,
    }
}

record! {
    /// A product of an order.
    OrderItem {
        /// The product.
        product_retailer_id: String,
        /// How many.
        quantity: i64,
        /// What one costs.
        item_price: Number,
        /// Three letters.
        currency: String,
    }
}

record! {
    /// Something that WhatsApp tells of somebody.
    System {
        /// What.
        kind = "type": SystemKind,
        /// In English.
        body: String,
        /// Digits of the new number.
        wa_id: String,
        /// The new id for this business portfolio.
        user_id: String,
        /// The id before.
        previous_user_id: String,
    }
}

words! {
    /// What WhatsApp tells of somebody.
    SystemKind {
        /// They have another number.
        UserChangedNumber = "user_changed_number",
        /// They have another id for this business portfolio.
        UserChangedUserId = "user_changed_user_id",
        /// They have another phone.
        CustomerIdentityChanged = "customer_identity_changed",
    }
}

record! {
    /// A message that was changed.
    Edit {
        /// The message as it was.
        original_message_id: String,
        /// What is in it now.
        message: Box<Message>,
    }
}

record! {
    /// A message that was taken back.
    Revoke {
        /// The message.
        original_message_id: String,
    }
}

record! {
    /// Something this API does not take.
    Unsupported {
        /// What, when Meta says it.
        kind = "type": String,
    }
}
