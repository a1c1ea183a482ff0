"""A text is taken for a revision of the right article, or of none. All of it is made up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fr_reader.model import Article, Metadata
from fr_reader.store import MemoryStore
from fr_reader.store.predecessors import Known, predecessor
from tests.store.test_revisions import NEW, OLD

FAR = "https://example.org/far"
NEAR = "https://example.org/near"
OTHER = "A made-up text on fish.\n\nNothing in here has to do with any of the others at all.\n"
HALF = OLD[: len(OLD) // 3] + OTHER
"""Less than half of the old words, and more than a fifth."""


class Project:
    """Articles, and the ids of those whose texts were read."""

    def __init__(self, *articles: Article) -> None:
        self.store = MemoryStore()
        for article in articles:
            self.store.add(article)
        self.known = Known(self.store.entries())
        self.read: list[str] = []

    def text(self, article_id: str) -> str:
        self.read.append(article_id)
        return self.store.article(article_id).text

    def revised_by(
        self, article: Article, fresh: tuple[str, ...] = (), given: tuple[str, ...] = ()
    ) -> str | None:
        self.read.clear()
        found = predecessor(article, self.known, self.text, fresh, given)
        return found.id if found else None


def made(name: str, text: str, url: str = "", ending: str = "txt") -> Article:
    return Article(name, text, Metadata(url=url), f"{name}.{ending}")


def test_the_file_has_the_same_name_and_most_words_are_left() -> None:
    project = Project(made("bridge", OLD), made("fish", OTHER))
    assert project.revised_by(made("bridge", NEW)) == "bridge"
    assert project.revised_by(made("bridge", NEW, ending="md")) == "bridge"
    assert project.revised_by(made("other", NEW)) is None
    assert project.read == []
    assert project.revised_by(made("bridge", HALF)) is None
    assert project.revised_by(made("fish", NEW)) is None
    assert project.read == ["fish"]


def test_the_address_tells_more_than_the_name() -> None:
    project = Project(made("bridge", OLD, FAR), made("fish", OTHER))
    assert project.revised_by(made("download", HALF, FAR)) == "bridge"
    assert project.revised_by(made("download", HALF, NEAR)) is None
    assert project.revised_by(made("download", HALF)) is None
    assert project.revised_by(made("fish", NEW, FAR)) == "bridge"


def test_an_address_noted_on_another_article_tells_nothing() -> None:
    project = Project(made("bridge", OLD, FAR))
    assert project.revised_by(made("fish", OTHER, FAR)) is None
    assert project.revised_by(made("bridge", OTHER, FAR)) is None


def test_the_same_words_in_two_papers_are_two_articles() -> None:
    project = Project(made("bridge", OLD, FAR))
    assert project.revised_by(made("bridge", NEW, NEAR)) is None
    assert project.revised_by(made("bridge", NEW)) == "bridge"
    assert Project(made("bridge", OLD)).revised_by(made("bridge", NEW, NEAR)) == "bridge"


def test_of_several_the_one_most_is_left_of() -> None:
    more = OLD.replace("trader", "merchant").replace("forecaster", "weatherman")
    project = Project(made("bridge", more), made("bridge", OLD), made("bridge", OTHER))
    assert [entry.id for entry in project.store.entries()] == ["bridge", "bridge-2", "bridge-3"]
    revision = made("bridge", OLD + "One line more.\n")
    assert project.revised_by(revision) == "bridge-2"
    assert project.read == ["bridge", "bridge-2", "bridge-3"]
    assert project.revised_by(revision, fresh=("bridge-2",)) == "bridge"


def test_what_is_at_hand_in_another_file_is_revised_by_its_address_alone() -> None:
    project = Project(made("bridge", OLD, FAR))
    assert project.revised_by(made("bridge", NEW), given=("bridge",)) is None
    assert project.revised_by(made("bridge", NEW, FAR), given=("bridge",)) == "bridge"
    assert project.revised_by(made("bridge", NEW, FAR), fresh=("bridge",)) is None


@pytest.mark.parametrize("url", ["", FAR])
def test_what_many_articles_share_tells_nothing(url: str) -> None:
    texts = [f"{OLD}\nThe made-up number {number}.\n" for number in range(21)]
    many = [made("article", text, url) for text in texts]
    assert Project(*many[:20]).revised_by(made("article", NEW, url)) is not None
    project = Project(*many)
    assert project.revised_by(made("article", NEW, url)) is None
    assert project.read == []


def test_a_number_in_a_name_is_part_of_it_and_may_be_ours() -> None:
    project = Project(made("covid-19", OLD))
    assert project.revised_by(made("covid-19", NEW)) == "covid-19"
    assert project.revised_by(made("covid-20", NEW)) is None
    entry = replace(project.store.entry("covid-19"), source="")
    project.known = Known([entry])
    assert project.revised_by(made("covid", NEW)) == "covid-19"


def test_a_text_that_cannot_be_read_is_revised_by_none() -> None:
    project = Project(made("bridge", OLD))
    assert predecessor(made("bridge", NEW), project.known, lambda article_id: None) is None


def test_the_texts_of_today_and_the_earlier_ones_are_known() -> None:
    project = Project(made("bridge", OLD), made("fish", OTHER))
    known, old = project.known, made("bridge", OLD)
    assert known.today(old.sha256) == project.store.entry("bridge")
    revised = project.store.revise("bridge", made("bridge", NEW, FAR))
    for each in (known, Known(project.store.entries())):
        each.put(revised)
        assert each.today(revised.sha256) == each.earlier(old.sha256) == revised
        assert each.today(old.sha256) is each.earlier(revised.sha256) is None
        assert predecessor(made("x", OLD, FAR), each, project.text) == revised
