package ykien.http;

/// A request that can't be answered as asked. Thrown from anywhere below an action, caught once, in [HttpFunction],
/// which turns it into a page or a problem detail. Not a fault of ours: it has no stack trace and is not logged as
/// one.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /// A refusal for this reason.
    public Refusal(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    /// The client sent something that can't be read.
    public static Refusal badRequest(String wrong, String remedy) {
        return new Refusal(Problem.of(400, "bad-request", "Yêu cầu không hợp lệ", wrong + " " + remedy));
    }

    /// Why, and what to do.
    public Problem problem() {
        return problem;
    }
}
