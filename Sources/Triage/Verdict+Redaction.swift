import Catalog
import Redaction

extension Verdict {
    /// The verdict as it may be shown.
    ///
    /// Results are redacted where they are made. A runbook may spell a secret too, in a command such
    /// as `redis-cli -a …` whose value a variable of the system keeps: it is run as it stands there
    /// and shown with a token.
    public func redacted(by redactor: Redactor) -> Verdict {
        var shown = self
        shown.lead = lead?.redacted(by: redactor)
        shown.also = also.map { $0.redacted(by: redactor) }
        return shown
    }
}

extension Problem {
    /// The problem with all words of runbooks that reports show as they may be shown.
    fileprivate func redacted(by redactor: Redactor) -> Problem {
        var shown = self
        shown.entry?.title = redactor.redact(entry?.title ?? "")
        shown.entry?.crossIssueNotes = (entry?.crossIssueNotes ?? []).map(redactor.redact)
        shown.step?.title = redactor.redact(step?.title ?? "")
        shown.step?.commands = (step?.commands ?? []).map(redactor.redact)
        shown.fixes = fixes.map { $0.redacted(by: redactor) }
        shown.validation = validation.map(redactor.redact)
        shown.escalation = escalation.map(redactor.redact)
        shown.runbook?.owner = runbook?.owner.map(redactor.redact)
        shown.runbook?.sections = (runbook?.sections ?? []).map { $0.redacted(by: redactor) }
        return shown
    }
}

extension Fix {
    fileprivate func redacted(by redactor: Redactor) -> Fix {
        Fix(
            text: redactor.redact(text), commands: commands.map(redactor.redact),
            isDestructive: isDestructive)
    }
}

extension Section {
    fileprivate func redacted(by redactor: Redactor) -> Section {
        var shown = self
        shown.items = items.map(redactor.redact)
        return shown
    }
}
