package ykien.local.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// The form "Gửi ý kiến" as a reader sees it: fields by their labels, buttons by their words. It notes the answer that
/// the open captcha tells with each picture.
final class SendForm {
    private final Page page;
    private volatile String answer = "";

    /// The form on the pages that this one will show.
    SendForm(Page page) {
        this.page = page;
        page.onResponse(this::listen);
    }

    private void listen(Response response) {
        if (response.url().contains("/captcha.png")) {
            answer = Objects.requireNonNullElse(response.headers().get("x-ykien-captcha-answer"), "");
        }
    }

    /// What the picture shows, once it is there.
    String answer() {
        page.waitForLoadState();
        return answer;
    }

    /// The picture's address.
    String picture() {
        return Objects.requireNonNull(
                page.getByAltText(Pattern.compile("^Mã xác nhận")).getAttribute("src"));
    }

    /// The field with this label.
    Locator field(String label) {
        return page.getByLabel(Pattern.compile("^" + label));
    }

    /// Fills in the fields with these labels.
    void fill(Map<String, String> typed) {
        typed.forEach((label, text) -> field(label).fill(text));
    }

    /// What stands in the fields with these labels.
    SequencedMap<String, String> typed(Iterable<String> labels) {
        var typed = new LinkedHashMap<String, String>();
        labels.forEach(label -> typed.put(label, field(label).inputValue()));
        return typed;
    }

    /// Types what the picture shows, once a person could have read it: a challenge that is younger than two seconds
    /// can't
    /// be answered.
    void answerThePicture() {
        page.waitForTimeout(2_100);
        field("Nhập mã bảo vệ").fill(answer());
    }

    /// Types something else than the picture shows.
    void answerWrongly() {
        page.waitForTimeout(2_100);
        field("Nhập mã bảo vệ").fill(answer().startsWith("A") ? "CCCCC" : "AAAAA");
    }

    /// Presses the button with these words.
    void press(String words) {
        button(words).click();
    }

    /// The button with these words.
    Locator button(String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
