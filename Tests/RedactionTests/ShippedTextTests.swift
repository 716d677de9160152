import Catalog
import Redaction
import Testing
import runbooks

@Suite struct ShippedTextTests {
    /// What reports show of the shipped runbooks, a text a line.
    private static let texts: [String] = ShippedRunbooks.catalog.runbooks.flatMap(texts)

    private static func texts(of runbook: Runbook) -> [String] {
        var texts = runbook.sections.flatMap(\.items)
        for entry in runbook.entries {
            texts.append(entry.title)
            texts += entry.validation + entry.crossIssueNotes
            for fix in entry.fixes { texts += [fix.text] + fix.commands }
        }
        for step in runbook.triage { texts += [step.title] + step.commands }
        return texts
    }

    @Test("nothing that shipped runbooks tell to do looks like a secret")
    func untouched() {
        let redactor = Redactor()
        #expect(Self.texts.count > 300)
        for text in Self.texts {
            let shown = redactor.redact(text)
            #expect(shown == text)
        }
    }

    @Test(
        "commands that make a secret, or name where it is, are shown as they are",
        arguments: [
            "export JWT_SECRET=$(openssl rand -hex 32)", "export JWT_SECRET=${JWT_SECRET}",
            "redis-cli -a \"$REDIS_PASSWORD\" ping", "psql \"postgresql://app:$PGPASSWORD@db/app\"",
            "echo \"API_KEY=`cat /run/secrets/api_key`\" >> .env",
            "curl -H \"Authorization: Bearer $TOKEN\" http://localhost:8000/me",
            "mysql --password=\"$(cat /run/secrets/db)\" app", "JWT_SECRET=<32 characters or more>",
            "docker compose exec -e PGPASSWORD=$PGPASSWORD db psql",
        ])
    func references(command: String) {
        #expect(Redactor().redact(command) == command)
    }
}
