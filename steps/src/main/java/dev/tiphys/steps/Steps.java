package dev.tiphys.steps;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.tiphys.argo.ArgoException;

/// Runs one step and turns its end into an exit code and a reason.
public final class Steps implements StepProgram {

    private Steps() {
    }

    public static StepProgram program() {
        return new Steps();
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, Path root, StepTime time,
            PrintStream output) throws InterruptedException {
        Pod pod = new Pod(environment, root, time, output);
        int code = ended(arguments, pod);
        // A failed exit handler would turn a workflow that succeeded into one that failed.
        boolean isNotice = arguments.size() > 1 && arguments.get(1).equals("notify");
        return isNotice ? ExitCode.DONE : code;
    }

    private static int ended(List<String> arguments, Pod pod) throws InterruptedException {
        try {
            if (!arguments.isEmpty() && arguments.getFirst().equals(CallOrder.WORD)) {
                pod.say(new ApiCall(CallOrder.parse(arguments), pod).run());
                return ExitCode.DONE;
            }
            Order order = Order.parse(arguments);
            pod.say(verb(order, pod).run(order, pod));
            return ExitCode.DONE;
        } catch (ChangeFailed e) {
            return failed(pod, ExitCode.CHANGE_FAILED, e.reason());
        } catch (ApiClient.Away e) {
            return failed(pod, ExitCode.TECHNICAL, e.reason());
        } catch (WorkFailed e) {
            return failed(pod, ExitCode.WORK_FAILED, e.reason());
        } catch (UsageError e) {
            return failed(pod, ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (ArgoException e) {
            stopIfInterrupted();
            return failed(pod, code(e), e.getMessage() + " " + e.hint());
        } catch (RuntimeException e) {
            stopIfInterrupted();
            return failed(pod, ExitCode.TECHNICAL, "unexpected: " + e);
        }
    }

    /// A refusal stays one however often it is tried; a token may be renewed and a server may come back.
    private static int code(ArgoException failure) {
        return switch (failure) {
            case ArgoException.NotFound e -> ExitCode.CHANGE_FAILED;
            case ArgoException.Forbidden e -> ExitCode.CHANGE_FAILED;
            case ArgoException.Refused e -> ExitCode.CHANGE_FAILED;
            case ArgoException.Conflict e -> ExitCode.TECHNICAL;
            case ArgoException.Unauthenticated e -> ExitCode.TECHNICAL;
            case ArgoException.Unavailable e -> ExitCode.TECHNICAL;
        };
    }

    private static Verb verb(Order order, Pod pod) {
        return switch (Order.VerbName.of(order.verb())) {
            case SET_VERSION -> new SetVersion(Connection.of(pod));
            case SYNC -> new Sync(Connection.of(pod));
            case AWAIT_ROLLOUT -> new AwaitRollout(Connection.of(pod));
            case VERIFY -> new Verify(Connection.of(pod));
            case CHECK_GATE -> new CheckGate();
            case NOTIFY -> new Notify();
        };
    }

    private static int failed(Pod pod, int code, String reason) {
        String line = reason.replaceAll("\\s+", " ").strip();
        pod.say(line);
        pod.leaveReason(line);
        return code;
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
