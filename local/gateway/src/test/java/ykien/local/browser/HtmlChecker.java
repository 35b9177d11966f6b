package ykien.local.browser;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The W3C's Nu HTML checker, in this process.
final class HtmlChecker {
    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    private HtmlChecker() {}

    /// All that it has to say about a page, warnings too; empty for a valid one.
    static List<String> complaints(String html) throws IOException, SAXException {
        var complaints = new Complaints();
        var checker = new SimpleDocumentValidator(true, false, false);
        try {
            checker.setUpMainSchema(SCHEMA, complaints);
        } catch (SAXException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the checker's own schema can't be read", e);
        }
        checker.setUpValidatorAndParsers(complaints, false, false);
        checker.checkHtmlInputSource(new InputSource(new StringReader(html)));
        return complaints.all;
    }

    private static final class Complaints implements ErrorHandler {
        private final List<String> all = new ArrayList<>();

        @Override
        public void warning(SAXParseException complaint) {
            add("warning", complaint);
        }

        @Override
        public void error(SAXParseException complaint) {
            add("error", complaint);
        }

        @Override
        public void fatalError(SAXParseException complaint) {
            add("fatal", complaint);
        }

        private void add(String kind, SAXParseException complaint) {
            all.add(kind + ", line " + complaint.getLineNumber() + ": " + complaint.getMessage());
        }
    }
}
