package ykien.local.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// The newsroom in one person's browser: comments by what they say, buttons by their words.
final class DeskPage {
    static final String MODERATOR = "Người duyệt mẫu";
    static final String EDITOR = "Biên tập viên mẫu";
    static final String CHIEF = "Tổng biên tập mẫu";

    /// In milliseconds: what is not there by then is not there at all. Playwright's own 30 seconds hide for long what
    /// is wrong.
    private static final double PATIENCE = 8_000;

    final Page page;
    private final RunningNewspaper newspaper;

    private DeskPage(Page page, RunningNewspaper newspaper) {
        this.page = page;
        page.setDefaultTimeout(PATIENCE);
        this.newspaper = newspaper;
    }

    /// Signs in as that sample person, by pressing their button.
    static DeskPage signedIn(BrowserContext browser, RunningNewspaper newspaper, String person) {
        var desk = new DeskPage(browser.newPage(), newspaper);
        desk.open("/newsroom");
        desk.signIn(person);
        return desk;
    }

    /// Presses that sample person's button, at the provider.
    void signIn(String person) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(person))
                .click();
    }

    void open(String path) {
        page.navigate(newspaper.at(path));
    }

    /// The comment that says this.
    Locator comment(String words) {
        return page.locator("article").filter(new Locator.FilterOptions().setHasText(words));
    }

    /// The button with these very words in there.
    static Locator button(Locator where, String words) {
        return where.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true));
    }

    /// The button with these very words on the page.
    Locator button(String words) {
        return button(page.locator("body"), words);
    }

    /// What the bar says that tells what was done.
    Locator told() {
        return page.locator(".done");
    }

    /// Opens the reasons for a refusal and presses the button below.
    void refuse(Locator comment, String open, String reason, String words) {
        comment.getByText(open).click();
        comment.getByLabel("Lý do", new Locator.GetByLabelOptions().setExact(true))
                .selectOption(reason);
        button(comment, words).click();
    }
}
