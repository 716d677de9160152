import Catalog
import Testing

@testable import Triage

@Suite struct RemedyPlanTests {
    private func plan(
        _ fixes: [Fix], items: [TriageRecord.Item] = [], variables: [String: String] = [:]
    ) -> [RemedyPlan.Remedy] {
        var runbook = RecordBuilder.runbook(entries: ["a"])
        runbook.entries[0].fixes = fixes
        let record = TriageRecord(
            runbooks: [runbook], items: items, services: ["mediamtx"], variables: variables)
        return RemedyPlan(for: runbook.entries[0], after: record, environment: [:]).remedies
    }

    private func commands(_ lines: String...) -> [RemedyCommand] {
        plan([Fix(text: "Do it.", commands: lines)]).flatMap(\.commands)
    }

    @Test("placeholders are filled with what the entry's own probes saw")
    func filled() {
        let item = RecordBuilder.failing(
            "compose mediamtx", component: "mediamtx", owners: [RecordBuilder.entry("a")])
        let other = RecordBuilder.failing(
            "compose other", component: "other", owners: [RecordBuilder.entry("b")])
        let fixes = [Fix(text: "x", commands: ["docker compose restart <service>"])]
        let commands = plan(fixes, items: [other, item]).flatMap(\.commands)
        #expect(commands.map(\.line) == ["docker compose restart mediamtx"])
        #expect(commands.map(\.obstacle) == [nil])
    }

    @Test(
        "what was observed and means something to a shell is never put in, so nothing is run",
        arguments: [
            "$(touch pwned)", "`id`", "a;id", "a b", "a\nid", "a|id", "a&id", "-rf", "a>b", "*",
            "~root", "a'b", "a\"b", "a\\b", "#", "!1", "ä", "\u{202E}a", "",
        ])
    func injection(path: String) {
        let item = RecordBuilder.failing(
            "mediamtx */*", component: "mediamtx", subjects: [path],
            owners: [RecordBuilder.entry("a")])
        let command = plan([Fix(text: "x", commands: ["curl patch/{path}"])], items: [item])
            .flatMap(\.commands)
        #expect(command.map(\.line) == ["curl patch/{path}"])
        #expect(command.map(\.obstacle) == [.unfilled(["{path}"])])
    }

    @Test(
        "what no shell without a terminal can run is left to the person",
        arguments: [
            ("docker compose exec -it db psql", RemedyCommand.Obstacle.terminal),
            ("sudo vi /etc/hosts", .terminal), ("EDITOR=x crontab -e", .terminal),
            ("SELECT 1 FROM booths;", .statement), ("DROP TABLE booths;", .statement),
            ("rm \u{202E}gol.txt", .unshowable), ("ls \u{1B}[8m; rm x", .unshowable),
            ("ls \u{200B}x", .unshowable), ("ls\rrm x", .unshowable),
            ("restart <it>", .unfilled(["<it>"])),
        ])
    func left(line: String, obstacle: RemedyCommand.Obstacle) {
        #expect(commands(line).map(\.obstacle) == [obstacle])
    }

    @Test(
        "ordinary commands are run",
        arguments: [
            "docker compose exec -T db psql -c 'SELECT 1'", "docker compose stop -t 1 portal",
            "git checkout main", "curl -X PATCH -d '{\"a\": true}' http://localhost:9997/v3",
        ])
    func runnable(line: String) { #expect(commands(line).map(\.obstacle) == [nil]) }

    @Test("what prepares the shell is told from what does something; a script begins with it")
    func preparations() {
        #expect(
            commands("cd backend", "export A=1", "make", "cd a && make").map(\.isPreparation)
                == [true, true, false, false])
        #expect(
            RemedyScript.text(of: "make", after: ["cd backend"])
                == "exec 2>&1\ncd backend\n[ $? -eq 0 ] || exit\nmake")
    }

    @Test(
        "a block that is kept whole is run, whatever it begins with",
        arguments: [
            "cd backend\nmake", "export A=1\ncat <<EOF > a\n$A\nEOF",
            "source a.sh\npsql <<SQL\nSELECT 1;\nSQL",
        ])
    func blocks(block: String) { #expect(commands(block).map(\.isPreparation) == [false]) }

    @Test("behind a preparation that can't be run, nothing of the remedy is")
    func behind() {
        #expect(
            commands("make a", "cd <checkout>", "rm x").map(\.obstacle)
                == [nil, .unfilled(["<checkout>"]), .behindAnother])
    }

    @Test("what destroys data is known by its mark, its words or its commands")
    func destructive() {
        let fixes = [
            Fix(text: "x", commands: ["make"]),
            Fix(text: "x", commands: ["make"], isDestructive: true),
            Fix(text: "This wipes the disk.", commands: ["make"]),
            Fix(text: "x", commands: ["docker compose down -v"]),
        ]
        #expect(plan(fixes).map(\.fix.isDestructive) == [false, true, true, true])
        let filled = plan(
            [Fix(text: "x", commands: ["docker compose {verb} -v"])], variables: ["verb": "down"])
        #expect(filled.map(\.fix.isDestructive) == [true])
    }
}
