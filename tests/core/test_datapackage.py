"""The description other programs read says what the records say."""

from __future__ import annotations

import re

import pytest

from interview_journal.core.datapackage import describe_package
from interview_journal.core.tables import SCHEMA_VERSION, TABLES


@pytest.mark.parametrize("name", TABLES)
def test_the_fields_are_named_exactly_by_the_header(name: str) -> None:
    table = TABLES[name]
    (resource,) = describe_package([table])["resources"]

    assert [field["name"] for field in resource["schema"]["fields"]] == list(table.header)
    assert resource["path"] == table.file_name
    assert resource["schema"]["primaryKey"] == ["id", "revision"]
    assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
    assert resource["dialect"]["delimiter"] == ","


def test_types_bounds_choices_and_what_is_required_are_told() -> None:
    (resource,) = describe_package([TABLES["ratings"]])["resources"]
    fields = {field["name"]: field for field in resource["schema"]["fields"]}

    assert fields["score"]["constraints"] == {"minimum": 1, "maximum": 5}
    assert fields["target"]["constraints"] == {"enum": ["given", "better"]}
    assert fields["rated_at"]["type"] == "datetime"
    assert fields["rated_at"]["constraints"] == {"required": True}
    assert "constraints" not in fields["answer_id"]
    assert fields["blind"]["trueValues"] == ["yes"]
    assert fields["criterion"]["type"] == "string"
    (resource,) = describe_package([TABLES["criteria"]])["resources"]
    weight = next(f for f in resource["schema"]["fields"] if f["name"] == "weight")
    assert weight["constraints"] == {"minimum": 0.0, "maximum": 100.0}


def test_every_field_carries_its_label_and_help() -> None:
    for resource in describe_package(TABLES.values())["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["title"]
            assert field["description"]


def test_a_journal_explains_its_log_guard_and_end_mark() -> None:
    package = describe_package(TABLES.values())
    for word in ("log", "revision", "removed", "apostrophe", "CRC-32"):
        assert word in package["description"]
    assert package["format_version"] == SCHEMA_VERSION


def test_an_export_has_one_row_a_record_and_no_end_mark() -> None:
    package = describe_package([TABLES["answers"]], log=False, paths={"answers": "my answers.csv"})
    (resource,) = package["resources"]

    assert resource["schema"]["primaryKey"] == ["id"]
    assert resource["path"] == "my answers.csv"
    assert "end" not in [field["name"] for field in resource["schema"]["fields"]]
    assert "current state" in package["description"]
