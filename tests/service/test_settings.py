"""Settings are read once, named when wrong, and keys are kept only as hashes."""

import hashlib
from pathlib import Path

import pytest

from service.errors import SettingsError
from service.settings import ApiKey, Settings, read_settings

KEY = "a-key-of-16-chars-and-more"
DIGEST = hashlib.sha256(KEY.encode()).hexdigest()


def test_nothing_set_means_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BYLINE_MODELS")
    assert read_settings().model_dump() == {
        "data": Path("data"),
        "host": "127.0.0.1",
        "port": 8000,
        "public_url": None,
        "workers": None,
        "api_keys": (),
        "browser_calls_per_minute": 120,
        "allowed_hosts": (),
        "embedder": "all-MiniLM-L6-v2",
        "precision": "fp32",
        "models": None,
        "attribution": "rules",
        "model": "",
        "model_api_base": None,
        "model_api_key": None,
        "model_timeout_s": 60.0,
        "model_first_s": 30.0,
        "model_idle_s": 15.0,
        "model_context": None,
        "model_prose": False,
        "answer_cache": 200,
        "judge_api_key": None,
        "cors_origins": (),
        "log_level": "info",
    }


def test_the_environment_is_read_and_an_option_wins_over_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BYLINE_PORT", "9001")
    monkeypatch.setenv("BYLINE_HOST", "::1")
    monkeypatch.setenv("BYLINE_LOG_LEVEL", "WARNING")
    monkeypatch.setenv("BYLINE_EMBEDDER", "")
    found = read_settings(port=9002, host=None)
    assert (found.port, found.host, found.log_level, found.embedder) == (9002, "::1", "warning", "all-MiniLM-L6-v2")


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        read_settings().port = 1


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("BYLINE_PROT", "BYLINE_PORT"), ("BYLINE_APIKEY", "BYLINE_API_KEYS"), ("BYLINE_DATA_DIR", "BYLINE_DATA")],
)
def test_an_unknown_setting_is_named_with_the_nearest(monkeypatch: pytest.MonkeyPatch, name: str, nearest: str) -> None:
    monkeypatch.setenv(name, "x")
    with pytest.raises(SettingsError, match=f"^{name} is no setting; the nearest is {nearest} "):
        read_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BYLINE_PORT", "eighty"),
        ("BYLINE_PORT", "70000"),
        ("BYLINE_WORKERS", "0"),
        ("BYLINE_LOG_LEVEL", "loud"),
        ("BYLINE_CORS_ORIGINS", "news.example"),
        ("BYLINE_CORS_ORIGINS", "https://news.example/path"),
        ("BYLINE_CORS_ORIGINS", "https://news.example,null"),
        ("BYLINE_CORS_ORIGINS", "https://user@news.example"),
        ("BYLINE_ALLOWED_HOSTS", "https://news.example"),
        ("BYLINE_ALLOWED_HOSTS", "news.example:8000"),
        ("BYLINE_BROWSER_CALLS_PER_MINUTE", "0"),
    ],
)
def test_a_wrong_value_is_named_with_its_setting(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=rf"^{name}: .*{value}"):
        read_settings()


def test_origins_are_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BYLINE_CORS_ORIGINS", "https://a.example, http://b.example:8080,*")
    monkeypatch.setenv("BYLINE_ALLOWED_HOSTS", "Byline.example, 192.0.2.7,[2001:db8::1]")
    assert read_settings().cors_origins == ("https://a.example", "http://b.example:8080", "*")
    assert read_settings().allowed_hosts == ("byline.example", "192.0.2.7", "[2001:db8::1]")


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("https://News.Example", "https://news.example"),
        ("https://news.example:443", "https://news.example"),
        ("http://news.example:80", "http://news.example"),
        ("http://news.example:443", "http://news.example:443"),
        ("http://[::1]:5173", "http://[::1]:5173"),
    ],
)
def test_origins_are_kept_as_browsers_send_them(monkeypatch: pytest.MonkeyPatch, given: str, sent: str) -> None:
    monkeypatch.setenv("BYLINE_CORS_ORIGINS", given)
    monkeypatch.setenv("BYLINE_API_KEYS", f"browser:{KEY}@{given}")
    found = read_settings()
    assert (found.cors_origins, found.api_keys[0].origins) == ((sent,), (sent,))


def test_a_browser_key_has_the_origins_of_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    other = hashlib.sha256(b"another key of 16").hexdigest()
    one, two = "https://a.example", "http://b.example:8080"
    monkeypatch.setenv("BYLINE_API_KEYS", f"browser:{KEY}@{one}@{two}, browser:sha256:{other}@{one},admin:at@{KEY}")
    assert read_settings().api_keys == (
        ApiKey("ask", bytes.fromhex(DIGEST), (one, two)),
        ApiKey("ask", bytes.fromhex(other), (one,)),
        ApiKey("admin", hashlib.sha256(f"at@{KEY}".encode()).digest()),
    )


def test_keys_are_kept_as_hashes_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BYLINE_API_KEYS", f"ask:{KEY}, admin:sha256:{DIGEST.upper()},")
    found = read_settings()
    digest = bytes.fromhex(DIGEST)
    assert found.api_keys == (ApiKey("ask", digest), ApiKey("admin", digest))
    assert KEY not in repr(found)
    assert DIGEST not in repr(found)


@pytest.mark.parametrize(
    "entry",
    [
        "short",
        f"root:{KEY}",
        KEY,
        "ask:",
        "ask:short",
        f"ask:{KEY} x",
        f"ask:{KEY}é",
        "ask:sha256:12",
        "ask:sha256:" + "g" * 64,
        f"browser:{KEY}x",
        f"browser:{KEY}x@",
        f"browser:{KEY}x@*",
        f"browser:{KEY}x@https://news.example/{KEY}",
        f"browser:https://news.example@{KEY}",
        f"browser:short@https://news.example;{KEY}",
        "browser:sha256:12@https://news.example",
        f"browser:{KEY}@https://news.example",
    ],
)
def test_a_wrong_key_is_told_by_its_number_and_never_shown(monkeypatch: pytest.MonkeyPatch, entry: str) -> None:
    monkeypatch.setenv("BYLINE_API_KEYS", f"ask:{KEY},{entry}")
    with pytest.raises(SettingsError, match=r"^BYLINE_API_KEYS: entry 2") as raised:
        read_settings()
    assert KEY not in str(raised.value)


def test_keys_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "keys").write_text(f"ask:{KEY}\ningest:{KEY}\n")
    monkeypatch.setenv("BYLINE_API_KEYS_FILE", str(tmp_path / "keys"))
    assert [key.scope for key in read_settings().api_keys] == ["ask", "ingest"]
    monkeypatch.setenv("BYLINE_API_KEYS", f"ask:{KEY}")
    with pytest.raises(SettingsError, match="both set"):
        read_settings()


def test_a_file_of_keys_that_is_missing_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BYLINE_API_KEYS_FILE", str(tmp_path / "none"))
    with pytest.raises(SettingsError, match=r"^BYLINE_API_KEYS_FILE: .* cannot be read"):
        read_settings()


def test_every_setting_says_what_it_is() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
