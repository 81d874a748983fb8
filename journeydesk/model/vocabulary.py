"""The fixed vocabularies of the field: what personas, nodes, links and evidence may say of themselves."""

from journeydesk.language import N_
from journeydesk.model.fields import Choice

ROLES = (
    Choice("initiator", N_("Initiator"), "zap"),
    Choice("user", N_("User"), "user"),
    Choice("influencer", N_("Influencer"), "megaphone"),
    Choice("decider", N_("Decider"), "gavel"),
    Choice("buyer", N_("Buyer"), "shopping-cart"),
    Choice("gatekeeper", N_("Gatekeeper"), "shield"),
)

# What somebody may be at a stage beside the roles that they have in general.
ABSENT = "absent"
PARTS = (*ROLES, Choice(ABSENT, N_("Not involved"), "circle-slash"))

BUYING_STAGES = (
    Choice("unaware", N_("Not looking yet")),
    Choice("discovery", N_("Discovery")),
    Choice("consideration", N_("Consideration")),
    Choice("comparison", N_("Comparison")),
    Choice("decision", N_("Decision")),
    Choice("purchase", N_("Purchase")),
    Choice("use", N_("Use")),
    Choice("loyalty", N_("Loyalty")),
)

STATES = (
    Choice("as-is", N_("As-is")),
    Choice("to-be", N_("To-be")),
)

URGENCIES = (
    Choice("none", N_("No hurry")),
    Choice("low", N_("Low")),
    Choice("medium", N_("Medium")),
    Choice("high", N_("High")),
    Choice("critical", N_("Critical")),
)

PHASES = (
    Choice("discover", N_("Discover")),
    Choice("compare", N_("Compare")),
    Choice("decide", N_("Decide")),
    Choice("buy", N_("Buy")),
    Choice("use", N_("Use")),
    Choice("renew", N_("Come back")),
    Choice("leave", N_("Leave")),
)

FATES = (
    Choice("gained", N_("Gained"), "check"),
    Choice("postponed", N_("Postponed"), "clock"),
    Choice("lost", N_("Lost"), "x"),
)

TOPICS = (
    Choice("idea", N_("Idea"), "lightbulb"),
    Choice("action", N_("Action"), "footprints"),
    Choice("need", N_("Need"), "target"),
    Choice("concern", N_("Concern"), "circle-alert"),
    Choice("frustration", N_("Frustration"), "frown"),
    Choice("objection", N_("Objection"), "octagon-x"),
    Choice("requirement", N_("Requirement"), "clipboard-check"),
    Choice("goal", N_("Goal"), "flag"),
    Choice("job", N_("Job to be done"), "briefcase"),
    Choice("question", N_("Question"), "circle-question-mark"),
    Choice("quote", N_("Quote"), "quote"),
    Choice("opportunity", N_("Opportunity"), "sparkles"),
    Choice("pain", N_("Pain point"), "zap-off"),
)

INFLUENCES = (
    Choice("informs", N_("informs")),
    Choice("confirms", N_("confirms")),
    Choice("blocks", N_("blocks")),
    Choice("controls", N_("controls")),
    Choice("refers", N_("refers")),
)

SOURCES = (
    Choice("interview", N_("Interview"), "mic"),
    Choice("survey", N_("Survey"), "clipboard-list"),
    Choice("analytics", N_("Analytics"), "chart-line"),
    Choice("crm", N_("CRM data"), "database"),
    Choice("observation", N_("Observation"), "eye"),
    Choice("user_test", N_("User test"), "flask-conical"),
    Choice("benchmark", N_("Benchmark"), "scale"),
    Choice("anecdote", N_("Anecdote"), "message-square"),
)

CHANNELS = (
    Choice("website", N_("Website"), "globe"),
    Choice("search", N_("Web search"), "search"),
    Choice("email", N_("E-mail"), "mail"),
    Choice("phone", N_("Phone"), "phone"),
    Choice("social", N_("Social media"), "share-2"),
    Choice("forum", N_("Online community"), "messages-square"),
    Choice("chat", N_("Chat"), "message-circle"),
    Choice("video_call", N_("Video call"), "video"),
    Choice("text_message", N_("Text message"), "message-square-text"),
    Choice("app", N_("App"), "layout-grid"),
    Choice("store", N_("Store"), "store"),
    Choice("event", N_("Event"), "calendar-days"),
    Choice("meeting", N_("Meeting"), "users"),
    Choice("home_visit", N_("Home visit"), "house"),
    Choice("delivery", N_("Delivery"), "truck"),
    Choice("post", N_("Letter"), "mailbox"),
    Choice("print", N_("Print"), "newspaper"),
    Choice("advertising", N_("Advertising"), "megaphone"),
    Choice("television", N_("Television"), "tv"),
    Choice("radio", N_("Radio and podcast"), "radio"),
    Choice("review", N_("Review site"), "star"),
    Choice("word_of_mouth", N_("Word of mouth"), "ear"),
    Choice("self_service", N_("Self-service"), "scan-line"),
    Choice("partner", N_("Partner"), "handshake"),
)

DEVICES = (
    Choice("phone", N_("Smartphone"), "smartphone"),
    Choice("computer", N_("Computer"), "laptop"),
    Choice("tablet", N_("Tablet"), "tablet"),
    Choice("kiosk", N_("Kiosk"), "monitor"),
    Choice("watch", N_("Watch"), "watch"),
    Choice("television", N_("Television set"), "tv"),
    Choice("appliance", N_("The product itself"), "refrigerator"),
    Choice("paper", N_("Paper"), "file-text"),
    Choice("none", N_("No device"), "hand"),
)

DEPARTMENTS = (
    Choice("marketing", N_("Marketing"), "megaphone"),
    Choice("sales", N_("Sales"), "handshake"),
    Choice("service", N_("Customer service"), "headset"),
    Choice("delivery", N_("Logistics"), "truck"),
    Choice("installation", N_("Installation"), "wrench"),
    Choice("finance", N_("Finance"), "receipt"),
    Choice("product", N_("Product"), "package"),
    Choice("it", N_("IT"), "server"),
    Choice("legal", N_("Legal"), "scale"),
    Choice("management", N_("Management"), "landmark"),
)
