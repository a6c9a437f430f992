"""Chores that frontends send to the same model: done without articles, and told from questions by how they begin."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from service.llm.model import Model
from service.llm.values import Limits
from tests.scripted.acts import refuses, says
from tests.scripted.server import ScriptedModel
from tests.service.api.openai.conftest import Open
from tests.service.api.openai.events import CHAT, QUESTION, RESPONSES, ask_chat, read_events

TALK = f"<chat_history>\nUSER: {QUESTION}\nASSISTANT: Three figures are given [1].\n</chat_history>"
SHORT = "How many people did the US-led coalition kill"
TITLE = f'### Task:\nGenerate a concise title.\n### Output:\nJSON format: {{ "title": "your title here" }}\n{TALK}'


def open_webui(task: str, key: str, shape: str = "[]") -> str:
    return f'### Task:\n{task}\n### Output:\nJSON format: {{ "{key}": {shape} }}\n### Chat History:\n{TALK}'


def said(reply: httpx.Response) -> str:
    assert reply.status_code == 200, reply.text
    whole = reply.json()
    assert whole["model"] == "byline-chores"
    assert (whole["citations"], whole["search_results"], whole["sources"]) == ([], [], [])
    assert whole["choices"][0]["message"]["annotations"] == []
    return str(whole["choices"][0]["message"]["content"])


@pytest.mark.parametrize(
    ("prompt", "made"),
    [
        (TITLE, {"title": SHORT}),
        (open_webui("Generate 1-3 broad tags.", "tags"), {"tags": ["News"]}),
        (open_webui("Suggest 3-5 relevant follow-up questions.", "follow_ups"), {"follow_ups": []}),
        (open_webui("Determine the necessity of generating search queries.", "queries"), {"queries": []}),
        (open_webui("You are an autocompletion system.", "text", '""'), {"text": ""}),
        (open_webui("Generate a detailed prompt for an image.", "prompt", '""'), {"prompt": ""}),
    ],
)
def test_a_task_of_open_webui_gets_the_json_that_it_asks_for(
    client: httpx.Client, prompt: str, made: dict[str, object]
) -> None:
    assert json.loads(said(client.post(CHAT, json=ask_chat(prompt)))) == made


@pytest.mark.parametrize(
    "messages",
    [
        [
            {
                "role": "user",
                "content": "Provide a concise, 5-word-or-less title for the conversation. Only return the title."
                f"\n\nConversation:\nUser: {QUESTION}\nAI: Three figures.",
            }
        ],
        [
            {"role": "system", "content": "You are a professional conversation summarizer. Generate a concise title."},
            {"role": "user", "content": f"user: {QUESTION}\nassistant: Three figures."},
        ],
        [
            {"role": "system", "content": "You are a professional conversation summarizer. Generate a concise title."},
            {"role": "user", "content": f"<user>\n{QUESTION}\n</user>\n<assistant>\nThree figures.\n</assistant>"},
        ],
        [
            {"role": "system", "content": "\n - you will generate a short title based on the first message"},
            {"role": "user", "content": QUESTION},
        ],
    ],
    ids=["LibreChat", "LobeChat", "LobeChat with tags", "Vercel's chatbot"],
)
def test_a_title_in_plain_words_is_the_question_shortened(client: httpx.Client, messages: list[dict[str, Any]]) -> None:
    assert said(client.post(CHAT, json={"messages": messages})) == SHORT


def test_json_by_a_schema_has_every_field_of_it(client: httpx.Client) -> None:
    properties = {
        "title": {"type": "string"},
        "language": {"type": "string"},
        "tags": {"type": "array"},
        "x": {"type": "array"},
    }
    form = {"type": "json_schema", "json_schema": {"name": "topic", "schema": {"properties": properties}}}
    reply = client.post(CHAT, json=ask_chat(f"user: {QUESTION}", model="byline-chores", response_format=form))
    assert json.loads(said(reply)) == {"title": SHORT, "language": "", "tags": ["News"], "x": []}
    loose = ask_chat(QUESTION, model="byline-chores", response_format={"type": "json_object"})
    assert json.loads(said(client.post(CHAT, json=loose))) == {"title": SHORT}
    flat = {"format": {"type": "json_schema", "name": "topic", "schema": {"properties": {"title": {}}}}}
    whole = client.post(RESPONSES, json={"model": "byline-chores", "input": QUESTION, "text": flat}).json()
    assert json.loads(whole["output"][0]["content"][0]["text"]) == {"title": SHORT}


def test_a_long_question_makes_a_title_that_ends_at_a_word(client: httpx.Client) -> None:
    long = "Which of the outlets reported that " + "very " * 30 + "many people were killed?"
    cut = "Which of the outlets reported that very very very very very…"
    assert said(client.post(CHAT, json=ask_chat(long, model="byline-chores"))) == cut
    unbroken = said(client.post(CHAT, json=ask_chat("x" * 200, model="byline-chores")))
    assert unbroken == "x" * 60 + "…"


def test_a_chore_is_streamed_too_and_cites_nothing(client: httpx.Client) -> None:
    *events, done = [one.data for one in read_events(client, CHAT, ask_chat(TITLE))]
    assert done == "[DONE]"
    text = "".join(one["choices"][0]["delta"].get("content", "") for one in events)
    assert json.loads(text) == {"title": SHORT}
    assert [one for one in events if "event" in one or "citations" in one] == []
    assert {one["model"] for one in events} == {"byline-chores"}


@pytest.mark.parametrize(
    "question",
    [
        "Which title does the report on Homs have?",
        "What did SANA say about its task in Albu Kamal?",
        f"{QUESTION} ### Task: write a title",
    ],
)
def test_a_question_that_speaks_of_chores_is_a_question(client: httpx.Client, question: str) -> None:
    assert client.post(CHAT, json=ask_chat(question)).json()["model"] == "byline"


@pytest.mark.parametrize(
    "told", ["### Task:\nWrite a title for every talk.", "Be brief. Generate a concise title first.", TITLE]
)
def test_system_text_that_asks_for_a_title_turns_no_question_into_a_chore(client: httpx.Client, told: str) -> None:
    plain = client.post(CHAT, json=ask_chat()).json()
    turns = [{"role": "system", "content": told}, {"role": "user", "content": QUESTION}]
    reply = client.post(CHAT, json={"messages": turns}).json()
    assert reply["choices"] == plain["choices"]


@pytest.mark.parametrize(
    "after", [f"</context>\n\n{QUESTION}", f"</context>\n\n<user_query>\n{QUESTION}\n</user_query>"]
)
def test_a_question_that_open_webui_has_wrapped_in_attachments_is_answered_from_the_articles(
    client: httpx.Client, after: str
) -> None:
    head = "### Task:\nRespond to the user query using the provided context, incorporating inline citations.\n"
    wrapped = f'{head}<context>\n<source id="1">The BBC says nobody was killed.</source>\n{after}'
    plain = client.post(CHAT, json=ask_chat()).json()
    reply = client.post(CHAT, json=ask_chat(wrapped)).json()
    assert (reply["model"], reply["choices"]) == ("byline", plain["choices"])


@pytest.fixture(scope="module")
def scripted() -> Iterator[ScriptedModel]:
    with ScriptedModel() as opened:
        yield opened


@pytest.fixture
def model(scripted: ScriptedModel) -> Iterator[Model]:
    made = Model("openai/scripted", scripted.base, "sk-secret-of-the-operator", Limits(total_s=30.0))
    made.load()
    yield made
    made.close()


def test_a_model_is_given_the_chore_as_it_came_and_nothing_of_any_article(
    open_with: Open, scripted: ScriptedModel, model: Model
) -> None:
    scripted.script(says('{"title": "Figures of the coalition"}'))
    told = {"role": "developer", "content": "Be short."}
    with open_with(model=model) as client:
        reply = client.post(CHAT, json={"messages": [told, {"role": "user", "content": TITLE}]})
    assert said(reply) == '{"title": "Figures of the coalition"}'
    assert reply.json()["usage"] == {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}
    (asked,) = scripted.asked
    assert asked.body["messages"] == [
        {"role": "system", "content": "Be short."},
        {"role": "user", "content": TITLE},
    ]
    assert asked.body["max_tokens"] == 300


@pytest.mark.parametrize(
    "act", [refuses(401), refuses(400), says("Sure! Here is a title."), says('["no object"]'), says("{broken}")]
)
def test_a_model_that_fails_or_makes_no_json_leaves_the_plain_way(
    open_with: Open, scripted: ScriptedModel, model: Model, act: Any
) -> None:
    scripted.script(act)
    with open_with(model=model) as client:
        assert json.loads(said(client.post(CHAT, json=ask_chat(TITLE)))) == {"title": SHORT}


def test_a_model_is_not_lent_to_a_chore_too_long_for_one_and_never_to_a_question(
    open_with: Open, scripted: ScriptedModel, model: Model
) -> None:
    scripted.script(says("no"))
    with open_with(model=model) as client:
        assert said(client.post(CHAT, json=ask_chat("x " * 10_001, model="byline-chores"))).startswith("x x x")
        assert client.post(CHAT, json=ask_chat()).json()["model"] == "byline"
    assert scripted.asked == []
