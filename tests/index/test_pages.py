"""When two addresses are the same page."""

import pytest

from index.pages import page_of, thread_of

POST, COMMENT = "kgb58RL88YChkkBNf", "J482p4hJBevBbwdmF"


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.lesswrong.com/posts/{POST}/the-slug",
        f"http://lesswrong.com/posts/{POST}/",
        f"https://www.alignmentforum.org/posts/{POST}?utm_source=x#A_heading",
        f"https://forum.effectivealtruism.org/posts/{POST}/another-slug",
        f"https://www.lesswrong.com/s/{COMMENT}/p/{POST}",
        f"https://www.greaterwrong.com/posts/{POST}/the-slug",
        f"https://ea.greaterwrong.com/posts/{POST}",
    ],
)
def test_a_post_is_the_same_at_all_the_forums(url):
    assert page_of(url) == f"post {POST}"


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.lesswrong.com/posts/{POST}/the-slug?commentId={COMMENT}",
        f"https://www.lesswrong.com/posts/{POST}/the-slug#{COMMENT}",
        f"https://www.greaterwrong.com/posts/{POST}/the-slug#comment-{COMMENT}",
        f"https://www.greaterwrong.com/posts/{POST}/the-slug/comment/{COMMENT}",
    ],
)
def test_a_comment_is_a_page_of_its_own_in_the_thread_of_its_post(url):
    assert (page_of(url), thread_of(url)) == (f"comment {COMMENT}", f"post {POST}")


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("http://lesswrong.com/lw/abc/some_words/", "post lw/abc"),
        ("https://www.lesswrong.com/lw/abc", "post lw/abc"),
        ("http://lesswrong.com/lw/abc/some_words/1xy", "comment 1xy"),
        ("http://lesswrong.com/lw/abc/some_words/#1xy", "comment 1xy"),
    ],
)  # fmt: skip
def test_posts_had_shorter_ids_before(url, page):
    assert page_of(url) == page


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.org/p/", "http://a.org/p"),
        ("https://A.org/p?utm_source=x", "https://a.org/p"),
        ("https://www.lesswrong.com/tag/x", "https://www.alignmentforum.org/tag/x"),
        ("https://a.org/p#A-heading", "https://a.org/p"),
    ],
)
def test_what_makes_no_difference_is_left_out(one, other):
    assert page_of(one) == page_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.org/p?id=1", "https://a.org/p?id=2"),
        ("https://a.org/p#comment-1", "https://a.org/p"),
        ("https://a.org/#/posts/1", "https://a.org/#/posts/2"),
        ("https://a.org/P", "https://a.org/p"),
        ("https://www.lesswrong.com/tag/x", "https://www.lesswrong.com/tag/y"),
    ],
)
def test_what_makes_a_difference_is_kept(one, other):
    assert page_of(one) != page_of(other)


@pytest.mark.parametrize("url", [None, "", "ftp://a.org/p", "https://", "https://[x", "a.org/p"])
def test_what_is_no_address_is_no_page(url):
    assert page_of(url) is None
