package ykien.comments;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import ykien.cloud.HttpResponse;

/// A page with the comment form on it, as a browser would parse it.
record FormPage(Document document) {
    static FormPage of(HttpResponse response) {
        return new FormPage(Jsoup.parse(response.text()));
    }

    /// What stands in a field.
    String value(String field) {
        var element = element("form [name=" + field + "]");
        return switch (element.normalName()) {
            case "textarea" -> element.wholeText();
            case "select" -> element.select("option[selected]").val();
            default -> element.val();
        };
    }

    /// The hidden field that carries the challenge along.
    Optional<String> token() {
        return document.select("form input[type=hidden][name=token]").stream()
                .map(Element::val)
                .findFirst();
    }

    /// Where the form's script asks for work.
    String work() {
        return element("form").attr("data-work");
    }

    /// The address of the challenge's picture.
    String picture() {
        return element("form img").attr("src");
    }

    /// The addresses that the player and the link have for the challenge's sound.
    List<String> sounds() {
        return List.of(element("form audio").attr("src"), element("#listen").attr("href"));
    }

    /// The fields that the summary links to, in its order.
    List<String> faultyFields() {
        return document.select(".faults li a").stream()
                .map(link -> link.attr("href").substring(1))
                .toList();
    }

    /// What stands beside a field as its fault.
    String fault(String field) {
        return document.select("#" + field + "-fault").text();
    }

    /// What was typed, as far as the form still holds it.
    Typed typed() {
        var typed = Typed.NOTHING;
        for (var field : Typed.SHOWN) {
            typed = typed.with(field, value(field));
        }
        return typed;
    }

    private Element element(String selector) {
        return document.expectFirst(selector);
    }
}
