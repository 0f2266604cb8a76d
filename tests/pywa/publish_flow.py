"""Creates, uploads, lists and publishes a Flow with pywa's own client.

Arguments: base URL, account id, phone number id, token (as `waymark practice` prints them), Flow JSON file.
"""

import pathlib
import sys

import httpx
from pywa import WhatsApp
from pywa.errors import FlowDeletingError, FlowDeprecatingError, FlowPublishingError, WhatsAppError
from pywa.types import FlowCategory, FlowStatus

base, waba, phone, token, flow_file = sys.argv[1:]
flow_json = pathlib.Path(flow_file).read_text(encoding="utf-8")


class ToPractice(httpx.HTTPTransport):
    """Sends what pywa addresses to Meta to the practice account."""

    def handle_request(self, request):
        practice = httpx.URL(base)
        request.url = request.url.copy_with(scheme=practice.scheme, host=practice.host, port=practice.port)
        request.headers["host"] = f"{practice.host}:{practice.port}"
        return super().handle_request(request)


def refused(error, call):
    try:
        call()
    except error as refusal:
        return refusal
    raise AssertionError(f"expected {error.__name__}")


session = httpx.Client(transport=ToPractice(), trust_env=False)
wa = WhatsApp(phone_id=phone, token=token, waba_id=waba, session=session, server=None)

# Create: a draft with a name of its own.
created = wa.create_flow(name="Salon booking", categories=[FlowCategory.APPOINTMENT_BOOKING])
assert created.id.isdigit() and created.success, created
taken = refused(WhatsAppError, lambda: wa.create_flow(name="Salon booking", categories=[FlowCategory.OTHER]))
assert taken.code == 100, taken

# Upload: mistakes come back with their places and stop publishing; the real one has none.
broken = flow_json.replace('"SingleColumnLayout"', '"TwoColumnLayout"', 1)
result = wa.update_flow_json(created.id, broken)
assert result.validation_errors, result
mistake = result.validation_errors[0]
assert mistake.error_type == "FLOW_JSON_ERROR" and mistake.line_start >= 1 and mistake.column_start >= 1, mistake
assert refused(FlowPublishingError, lambda: wa.publish_flow(created.id)).code == 139002
result = wa.update_flow_json(created.id, flow_json)
assert result.success and not result.validation_errors, result

# List, in pages.
for number in range(30):
    wa.create_flow(name=f"Draft {number}", categories=[FlowCategory.OTHER])
listed = {flow.id: flow for flow in wa.get_flows().all()}
assert len(listed) == 31, len(listed)
assert listed[created.id].name == "Salon booking" and listed[created.id].status == FlowStatus.DRAFT

# Publish.
assert wa.publish_flow(created.id).success
flow = wa.get_flow(created.id, phone_number_id=phone)
assert flow.status == FlowStatus.PUBLISHED and flow.preview.url.startswith(base), flow
assets = list(wa.get_flow_assets(created.id))
assert len(assets) == 1, assets
assert session.get(assets[0].url).text == flow_json

# The states hold.
assert refused(FlowPublishingError, lambda: wa.publish_flow(created.id)).code == 139002
assert refused(FlowDeletingError, lambda: wa.delete_flow(created.id)).code == 139004
draft = next(flow.id for flow in listed.values() if flow.name == "Draft 0")
assert refused(FlowDeprecatingError, lambda: wa.deprecate_flow(draft)).code == 139003
assert wa.update_flow_metadata(draft, name="Draft zero").success
assert wa.delete_flow(draft).success
assert wa.deprecate_flow(created.id).success
assert wa.get_flow(created.id).status == FlowStatus.DEPRECATED
print("published", created.id)
