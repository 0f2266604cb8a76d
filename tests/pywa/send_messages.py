"""Creates, lists, edits, sends and deletes templates, and sends every type of message that pywa has.

Arguments: base URL, account id, phone number id, token (as `waymark practice` prints them).
"""

import sys

import httpx
from pywa import WhatsApp
from pywa.errors import WhatsAppError
from pywa.types import (
    Button,
    CallPermissionRequestButton,
    Contact,
    ContactInfoRequestButton,
    Pagination,
    ProductsSection,
    Section,
    SectionList,
    SectionRow,
    URLButton,
)
from pywa.types.templates import (
    BodyText,
    Buttons,
    FooterText,
    HeaderImage,
    ParamFormat,
    QuickReplyButton,
    Template,
    TemplateCategory,
    TemplateLanguage,
    TemplateStatus,
)

base, waba, phone, token = sys.argv[1:]
ANA = "+5511987654321"


class ToPractice(httpx.HTTPTransport):
    """Sends what pywa addresses to Meta to the practice account."""

    def handle_request(self, request):
        practice = httpx.URL(base)
        request.url = request.url.copy_with(scheme=practice.scheme, host=practice.host, port=practice.port)
        request.headers["host"] = f"{practice.host}:{practice.port}"
        return super().handle_request(request)


session = httpx.Client(transport=ToPractice(), trust_env=False)
wa = WhatsApp(phone_id=phone, token=token, waba_id=waba, app_id="500000000000001", session=session, server=None)
controls = httpx.Client(base_url=f"{base}/practice/", headers={"Authorization": f"Bearer {token}"}, trust_env=False)


def control(path, **what):
    answer = controls.post(path, json=what)
    assert answer.status_code == 200, answer.text
    return answer.json()


def refused(call):
    try:
        call()
    except WhatsAppError as refusal:
        return refusal.code
    raise AssertionError("expected a refusal")


control("settings", review_seconds=0, deliver_seconds=0, read_seconds=0)

# Templates: taken in, reviewed, listed.
PICTURE = b"\x89PNG\r\n\x1a\n a picture"
order = Template(
    name="order_sent",
    language=TemplateLanguage.ENGLISH_US,
    category=TemplateCategory.UTILITY,
    parameter_format=ParamFormat.NAMED,
    components=[
        image := HeaderImage(PICTURE, mime_type="image/png"),
        body := BodyText("Hi {{name}}, your order has left our shop and will be with you on {{day}} as you asked.", name="Ana", day="Friday"),
        FooterText(text="Salon Aurora"),
        Buttons(buttons=[thanks := QuickReplyButton(text="Thanks")]),
    ],
)
created = wa.create_template(order)
assert created.id.isdigit() and created.status == TemplateStatus.PENDING, created
details = wa.get_template(created.id)
assert details.status == TemplateStatus.APPROVED and details.name == "order_sent", details
assert refused(lambda: wa.create_template(order)) == 100
for number in range(30):
    text = f"Your booking number {number} with us is confirmed for Friday at noon, as you asked."
    wa.create_template(
        Template(name=f"note_{number}", language=TemplateLanguage.ENGLISH_US, category=TemplateCategory.UTILITY, components=[BodyText(text)])
    )
# In one page: this pywa cannot turn the pages of templates.
listed = list(wa.get_templates(statuses=[TemplateStatus.APPROVED], pagination=Pagination(limit=100)))
assert len(listed) == 31, len(listed)
changed = wa.update_template(listed[-1].id, new_components=[BodyText("Your booking with us is confirmed for Saturday at noon, as you asked.")])
assert changed.success, changed
assert wa.delete_template("note_0", template_id=next(one.id for one in listed if one.name == "note_0")).success
assert wa.delete_template("note_1").success
assert wa.get_templates().total_count == 29

# Outside the window only templates go out.
assert refused(lambda: wa.send_text(ANA, "Hello")) == 131047
media = wa.upload_media(PICTURE, mime_type="image/png", filename="door.png")
sent = wa.send_template(
    ANA, "order_sent", TemplateLanguage.ENGLISH_US,
    params=[image.params(image=media.id), body.params(name="Ana", day="Friday"), thanks.params(callback_data="thanks", index=0)],
)
assert sent.id.startswith("wamid."), sent

# The person writes; everything goes out.
wrote = control(f"phones/{ANA[1:]}", do="write", text="Hi")["id"]
assert wa.mark_message_as_read(wrote).success
assert wa.indicate_typing(wrote).success
# pywa sends what is left out as null, which the checks do not take: so nothing is left out.
contact = Contact(
    name=Contact.Name(formatted_name="Dr. Ana B. Lima Jr.", first_name="Ana", last_name="Lima", middle_name="B.", suffix="Jr.", prefix="Dr."),
    birthday="1990-05-17",
    phones=[Contact.Phone(phone="+15550100", type="WORK", wa_id="15550100")],
    org=Contact.Org(company="Salon Aurora", department="Hair", title="Owner"),
)
rows = SectionList("Choose", [Section("Cakes", [SectionRow("Apple", "apple"), SectionRow("Plum", "plum")])])
messages = [
    wa.send_text(ANA, "Hello", tracker="journey:1"),
    wa.send_message(ANA, "Yes or no?", buttons=[Button("Yes", "yes"), Button("No", "no")], footer="Please"),
    wa.send_message(ANA, "Which cake?", header="Cakes", buttons=rows),
    wa.send_message(ANA, "See our shop", buttons=URLButton("Open", "https://shop.example")),
    wa.send_message(ANA, "May we call you?", buttons=CallPermissionRequestButton()),
    wa.send_message(ANA, "What is your number?", buttons=ContactInfoRequestButton()),
    wa.send_image(ANA, media.id, caption="A door"),
    wa.send_image(ANA, "https://shop.example/door.png"),
    wa.send_video(ANA, "https://shop.example/door.mp4", caption="A door"),
    wa.send_document(ANA, "https://shop.example/menu.pdf", filename="menu.pdf"),
    wa.send_audio(ANA, "https://shop.example/hello.mp3"),
    wa.send_voice(ANA, "https://shop.example/hello.ogg"),
    wa.send_sticker(ANA, "https://shop.example/hello.webp"),
    wa.send_location(ANA, latitude=48.85, longitude=2.35, name="Shop", address="1 Main Street"),
    wa.send_contact(ANA, contact),
    wa.send_reaction(ANA, "\N{THUMBS UP SIGN}", wrote),
    wa.send_catalog(ANA, "Our cakes", footer="All fresh"),
    wa.send_product(ANA, catalog_id="1", sku="apple", body="Fresh"),
    wa.send_products(ANA, catalog_id="1", product_sections=[ProductsSection("Cakes", ["apple", "plum"])], title="Cakes", body="Fresh"),
]
shown = controls.get(f"phones/{ANA[1:]}").json()["messages"]
own = [message for message in shown if message["from"] == "business"]
assert [message["id"] for message in own] == [sent.id, *(message.id for message in messages)]
for message in own:
    statuses = [status["status"] for status in message["statuses"]]
    expected = ["sent"] if message["kind"] == "reaction" else ["sent", "delivered", "read"]
    assert statuses == expected, message
assert "Hi Ana, your order has left our shop" in own[0]["shown"][1]["text"], own[0]
print("sent", len(own))
