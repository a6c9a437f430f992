"""The tools and articles as a server of the protocol; with serve.py the door to the library that speaks it."""

import json
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from anyio import CapacityLimiter, to_thread

from index.errors import BylineError, UnknownIdError
from index.store.reader import View
from service.api.faults import log_unexpected
from service.api.mcp.tools import TOOLS, Desk, Tool, read_arguments
from service.errors import error_fields
from service.render.clean import clean_line
from service.showing.articles import show_articles, show_whole
from service.showing.labels import title_article
from service.version import read_version

if TYPE_CHECKING:
    import mcp_types as types
    from mcp.server.lowlevel import Server

T = TypeVar("T")
# Our address for a call: given the request it came with, or None where it came by no request.
Base = Callable[[Any], str]

_SCHEME = "byline://articles/"
_PAGE = 100
_TELLS = (
    "Byline answers questions over news articles and says which outlet made each claim and whom that outlet got it"
    " from; every quote stands in an article letter for letter. Use ask for who reports what; search and fetch to"
    " read the articles; compare for what one copy of a text changed. What the articles do not say is not known here."
)


def build_server(desk: Desk, base: Base) -> "Server[Any]":
    """The server; every call is its own, nothing is remembered between two."""
    from mcp.server.lowlevel import Server

    served = _Served(desk, base)
    return Server(
        "byline",
        title="Byline",
        version=read_version(),
        instructions=_TELLS,
        on_list_tools=served.list_tools,
        on_call_tool=_tell_no_more(served.call_tool),
        on_list_resources=_tell_no_more(served.list_resources),
        on_list_resource_templates=served.list_templates,
        on_read_resource=_tell_no_more(served.read_resource),
    )


class _Served:
    """What is answered to each method of the protocol; the index is read in threads."""

    def __init__(self, desk: Desk, base: Base) -> None:
        self._desk = desk
        self._base = base
        self._threads = CapacityLimiter(desk.at_once)
        self._tools = [_show_tool(one) for one in TOOLS.values()]

    async def list_tools(self, _: Any, __: Any) -> "types.ListToolsResult":
        import mcp_types as types

        return types.ListToolsResult(tools=self._tools)

    async def call_tool(self, call: Any, given: "types.CallToolRequestParams") -> "types.CallToolResult":
        import mcp_types as types

        if given.name not in TOOLS:
            raise _invalid(f"there is no tool {given.name[:80]!a}; there are {', '.join(TOOLS)}")
        tool, base = TOOLS[given.name], self._base(call.request)

        def act() -> types.CallToolResult:
            try:
                return _show_result(tool, tool.act(self._desk, read_arguments(tool, given.arguments or {}), base))
            except BylineError as error:
                said = types.TextContent(text=clean_line(_say(error)))
                return types.CallToolResult(content=[said], is_error=True)

        return await to_thread.run_sync(act, limiter=self._threads)

    async def list_resources(self, _: Any, given: "types.PaginatedRequestParams | None") -> "types.ListResourcesResult":
        after = given.cursor if given else None
        return await to_thread.run_sync(self._view, lambda view: _show_resources(view, after))

    async def list_templates(self, _: Any, __: Any) -> "types.ListResourceTemplatesResult":
        import mcp_types as types

        template = types.ResourceTemplate(
            uri_template=f"{_SCHEME}{{id}}",
            name="article",
            title="An article as it is stored",
            description="Whole text, masthead with evidence, labelled lines, statements with their chains, copies.",
            mime_type="application/json",
        )
        return types.ListResourceTemplatesResult(resource_templates=[template])

    async def read_resource(self, _: Any, given: "types.ReadResourceRequestParams") -> "types.ReadResourceResult":
        import mcp_types as types

        id_ = given.uri.removeprefix(_SCHEME)
        if id_ == given.uri:
            raise _invalid(f"there is no resource {given.uri[:200]!a}; an article is {_SCHEME} and its id")
        try:
            whole = await to_thread.run_sync(self._view, lambda view: show_whole(view, id_))
        except UnknownIdError as error:
            raise _invalid(_say(error)) from error
        text = whole.model_dump_json(by_alias=True)
        content = types.TextResourceContents(uri=given.uri, mime_type="application/json", text=text)
        return types.ReadResourceResult(contents=[content])

    def _view(self, act: Callable[[View], T]) -> T:
        with self._desk.search().reader.view() as view:
            return act(view)


def _tell_no_more(serve: Callable[[Any, Any], Awaitable[T]]) -> Callable[[Any, Any], Awaitable[T]]:
    """The same, its errors told as far as they are ours: what nobody expected is for the log."""

    @wraps(serve)
    async def guarded(call: Any, given: Any) -> T:
        from mcp.shared.exceptions import MCPError
        from mcp_types import INTERNAL_ERROR

        try:
            return await serve(call, given)
        except MCPError:
            raise
        except BylineError as error:
            raise MCPError(INTERNAL_ERROR, _say(error)) from error
        except Exception as error:
            raise MCPError(INTERNAL_ERROR, str(log_unexpected(error))) from error

    return guarded


def _say(error: BylineError) -> str:
    if isinstance(error, UnknownIdError):
        return f"no {error.kind} has the id {error.value!r}; search gives the ids of articles, and resources list them"
    return str(error_fields(error)["message"]).removeprefix("body: ")


def _invalid(message: str) -> Exception:
    from mcp.shared.exceptions import MCPError
    from mcp_types import INVALID_PARAMS

    return MCPError(INVALID_PARAMS, message)


def _show_tool(tool: Tool) -> "types.Tool":
    import mcp_types as types

    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.tells,
        input_schema=tool.takes.model_json_schema(by_alias=True),
        output_schema=tool.gives.model_json_schema(by_alias=True, mode="serialization"),
        annotations=types.ToolAnnotations(
            title=tool.title, read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )


def _show_result(tool: Tool, given: Any) -> "types.CallToolResult":
    """The values, and one text: the same values as JSON, or in words where the tool has these."""
    import mcp_types as types

    values = given.model_dump(mode="json", by_alias=True)
    text = tool.say(given) if tool.say else json.dumps(values, ensure_ascii=False)
    return types.CallToolResult(content=[types.TextContent(text=text)], structured_content=values)


def _show_resources(view: View, after: str | None) -> "types.ListResourcesResult":
    import mcp_types as types

    page = show_articles(view, after, _PAGE)
    resources = [
        types.Resource(
            uri=f"{_SCHEME}{one.id}",
            name=one.id,
            title=title_article(one.outlet.label, one.title),
            mime_type="application/json",
        )
        for one in page.data
    ]
    return types.ListResourcesResult(resources=resources, next_cursor=page.next_cursor)
