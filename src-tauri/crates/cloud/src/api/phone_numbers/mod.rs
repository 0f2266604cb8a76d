mod list;
mod read;

const FIELDS: &str =
    "id,display_phone_number,verified_name,quality_rating,status,whatsapp_business_manager_messaging_limit";
