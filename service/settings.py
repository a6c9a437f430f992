"""Settings from the environment, read once; each with its unit and default. Knows no defaults of other files."""

import difflib
import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from index.search.embedding import DEFAULT, Embedder, Precision
from service.errors import SettingsError

PREFIX = "BYLINE_"
# Each scope may do what those before it may: ask (ask, search, read), ingest (put articles), admin (delete them).
Scope = Literal["ask", "ingest", "admin"]
SCOPES: tuple[Scope, ...] = ("ask", "ingest", "admin")
# Marks a key of the scope ask that web pages of some origins carry, and so everyone can read.
BROWSER = "browser"
MIN_KEY = 16
# Kept out of logs and `doctor`; each may also be given as the path of a file that holds it, in *_FILE.
SECRETS = frozenset({"api_keys", "model_api_key", "judge_api_key"})

_DIGEST = re.compile(r"[0-9a-f]{64}")
_ORIGIN = re.compile(r"(https?)://([a-z0-9._-]+|\[[0-9a-f:]+\])(:\d{1,5})?")
_HOST = re.compile(r"[a-z0-9._-]+|\[[0-9a-f:]+\]")
_USUAL_PORTS = {"http": ":80", "https": ":443"}
_BASE = re.compile(r"https?://[^/\s@?#]+(?:/[^\s@?#]*)?")


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as it is kept: its scope and sha256, never its words; one with `origins` is for pages of these alone."""

    scope: Scope
    digest: bytes = field(repr=False)
    origins: tuple[str, ...] = ()


class Settings(BaseSettings):
    """Everything that can be set from outside; an empty variable counts as not set."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True)

    data: Path = Field(default=Path("data"), description="folder of the index")
    host: str = Field(default="127.0.0.1", description="address to listen on; without keys only a loopback one")
    port: int = Field(default=8000, ge=0, le=65535, description="port to listen on; 0 takes a free one")
    public_url: str | None = Field(
        default=None, description="address at which readers reach this server, for links to it; that of each call"
    )
    workers: int | None = Field(default=None, ge=1, le=64, description="processes that answer; one a core, at most 4")
    api_keys: Annotated[tuple[ApiKey, ...], NoDecode] = Field(
        default=(),
        description="keys, comma separated: scope:key or scope:sha256:hex (ask, ingest, admin), browser:key@origin",
    )
    browser_calls_per_minute: int = Field(
        default=120, ge=1, le=1_000_000, description="calls a minute with one browser key, by all its visitors together"
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="names that calls may have in Host, comma separated, beside this machine's; any with keys",
    )
    embedder: str = Field(default=DEFAULT, description="embedding model: a name or a folder")
    precision: Precision = Field(default="fp32", description="how the model is run: fp32, or int8, faster and coarser")
    models: Path | None = Field(default=None, description="folder of exported models; models in the data folder")
    attribution: Literal["rules", "parser"] = Field(
        default="rules", description="how statements are read: rules, or parser as well (needs the extra of that name)"
    )
    model: str = Field(default="", description="language model as LiteLLM names it; none: articles are quoted alone")
    model_api_base: str | None = Field(default=None, description="address of its server; that of its provider")
    model_api_key: SecretStr | None = Field(default=None, description="key of it; that in its provider's own variable")
    model_timeout_s: float = Field(default=60.0, gt=0, le=600, description="seconds that a reply of it may take")
    model_first_s: float = Field(default=30.0, gt=0, le=600, description="seconds until the first word of a stream")
    model_idle_s: float = Field(default=15.0, gt=0, le=600, description="seconds between two words of a stream")
    model_context: int | None = Field(default=None, ge=1024, description="tokens that it reads at once; by its name")
    model_prose: bool = Field(default=False, description="true: it words the answer too, in a second call, checked")
    answer_cache: int = Field(default=200, ge=0, le=100_000, description="answers kept in memory; 0 keeps none")
    judge_api_key: SecretStr | None = Field(default=None, description="key of `byline evaluate --judge-model`")
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="origins of web pages that may call, comma separated, * for all"
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info", description="least level logged")

    @field_validator("api_keys", mode="before")
    @classmethod
    def _read_keys(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        keys = tuple(_read_key(one, n) for n, one in enumerate(_split(value), 1))
        given = Counter(one.digest for one in keys)
        for n, one in enumerate(keys, 1):
            if one.origins and given[one.digest] > 1:
                raise ValueError(
                    f"entry {n}: a browser key stands in one entry alone; further origins follow its first, @"
                )
        return keys

    @field_validator("allowed_hosts", mode="before")
    @classmethod
    def _read_hosts(cls, value: object) -> object:
        hosts = tuple(one.lower() for one in _split(value)) if isinstance(value, str) else value
        for host in hosts if isinstance(hosts, tuple) else ():
            if not _HOST.fullmatch(host):
                raise ValueError(f"{host!r} is no host; one looks like byline.news.example, without a port")
        return hosts

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _read_origins(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(one if one == "*" else _read_origin(one) for one in _split(value))

    @field_validator("public_url")
    @classmethod
    def _read_public_url(cls, value: str | None) -> str | None:
        if value is not None and not _BASE.fullmatch(value):
            raise ValueError("an address looks like https://byline.news.example")
        return value.rstrip("/") if value else None

    @field_validator("model_api_base")
    @classmethod
    def _read_base(cls, value: str | None) -> str | None:
        if value is not None and not _BASE.fullmatch(value):
            raise ValueError("an address looks like http://127.0.0.1:8080/v1; a key in it belongs in MODEL_API_KEY")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _fold_level(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value


def read_settings(**given: Any) -> Settings:
    """Settings from the environment, with what is `given` (and not None) put over them.

    SettingsError names the variable: unknown ones with the nearest known, wrong values with what would be right.
    """
    wanted = {name: value for name, value in given.items() if value is not None}
    _refuse_unknown()
    wanted = {**_read_secret_files(wanted), **wanted}
    try:
        return Settings(**wanted)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        name = str(fault["loc"][0]) if fault["loc"] else "settings"
        shown = (
            ""
            if name in SECRETS or name == "model_api_base"
            else f" (it is {wanted.get(name, os.environ.get(_variable(name)))!r})"
        )
        raise SettingsError(f"{_variable(name)}: {fault['msg'].removeprefix('Value error, ')}{shown}") from None


def name_embedder(settings: Settings) -> Embedder:
    """The embedder that the settings ask for, not yet opened."""
    return Embedder(settings.models or settings.data / "models", settings.embedder, settings.precision)


def require_key(settings: Settings) -> None:
    """SettingsError where anyone on the network could call without a key."""
    if settings.api_keys or is_loopback(settings.host):
        return
    raise SettingsError(
        f"listening on {settings.host} lets others in, and no key is set: set {PREFIX}API_KEYS, for example to "
        f"ask:KEY,admin:KEY with keys of at least {MIN_KEY} characters, or listen on 127.0.0.1"
    )


def is_loopback(host: str) -> bool:
    """Whether an address, as given to --host or in a Host header without its port, can only be this machine."""
    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _read_key(entry: str, n: int) -> ApiKey:
    """A key of the setting; a message names the entry by its number, so that no key reaches a log."""
    scope, colon, key = entry.partition(":")
    if colon and scope == BROWSER:
        return _read_browser_key(key, n)
    found = next((one for one in SCOPES if one == scope), None)
    if not colon or found is None:
        raise ValueError(
            f"entry {n} is not scope:key with one of the scopes {', '.join(SCOPES)}, or {BROWSER}:key@origin"
        )
    return ApiKey(found, _digest_key(key, n))


def _read_browser_key(entry: str, n: int) -> ApiKey:
    """A key that holds no @, and the origins whose pages may carry it, each after an @."""
    key, *origins = entry.split("@")
    if not origins:
        raise ValueError(f"entry {n}: a browser key names the origins of its pages: browser:key@https://news.example")
    try:
        pages = tuple(map(_read_origin, origins))
    except ValueError:
        raise ValueError(f"entry {n}: after each @ comes an origin such as https://news.example, no path") from None
    return ApiKey("ask", _digest_key(key, n), pages)


def _read_origin(text: str) -> str:
    """An origin as browsers send it: lower case, without the usual port."""
    found = _ORIGIN.fullmatch(text.lower())
    if not found:
        raise ValueError(f"{text!r} is no origin; one looks like https://news.example, without a path")
    scheme, host, port = found[1], found[2], found[3] or ""
    return f"{scheme}://{host}{'' if port == _USUAL_PORTS[scheme] else port}"


def _digest_key(key: str, n: int) -> bytes:
    if key.startswith("sha256:"):
        digest = key.removeprefix("sha256:").lower()
        if not _DIGEST.fullmatch(digest):
            raise ValueError(f"entry {n}: after sha256: come 64 hexadecimal digits")
        return bytes.fromhex(digest)
    if len(key) < MIN_KEY or not (key.isascii() and key.isprintable()) or " " in key:
        raise ValueError(f"entry {n}: a key is at least {MIN_KEY} characters of ASCII without spaces")
    return hash_key(key)


def hash_key(key: str) -> bytes:
    """Sha256 of a key; keys are long and random, so no slower hash is needed."""
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()


def _split(value: str) -> Iterator[str]:
    return (part.strip() for part in re.split(r"[,\n]", value) if part.strip())


def _variable(name: str) -> str:
    return f"{PREFIX}{name.upper()}"


def _known() -> list[str]:
    return [_variable(name) for name in Settings.model_fields] + [_variable(f"{name}_file") for name in SECRETS]


def _refuse_unknown() -> None:
    known = _known()
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in known:
            near = difflib.get_close_matches(name, known, 1, 0)
            raise SettingsError(f"{name} is no setting; the nearest is {near[0]} (all: {', '.join(sorted(known))})")


def _read_secret_files(given: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in sorted(SECRETS - given.keys()):
        variable = _variable(f"{name}_file")
        path = os.environ.get(variable)
        if not path:
            continue
        if os.environ.get(_variable(name)):
            raise SettingsError(f"{variable} and {_variable(name)} are both set; set one")
        try:
            found[name] = Path(path).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{variable}: {path} cannot be read ({error})") from error
    return found
