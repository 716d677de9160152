import Machine
import Testing

@testable import Probes

/// Reading revision scripts and settings without Python.
@Suite struct AlembicScriptsTests {
    @Test(
        "assignments at the left edge are read as Python reads them",
        arguments: [
            ("x = 'a'", .text("a")), ("x = \"a\"  # why", .text("a")),
            ("x: str = 'a'", .text("a")), ("x: Union[str, None] = None", PythonLiteral.Value.none),
            ("x: Literal['='] = 'a'", .text("a")), ("x: \"str | None\" = r'a'", .text("a")),
            ("x = '''a'''", .text("a")), ("x = 'a' 'b'", .text("ab")),
            ("x = ('a')", .text("a")), ("x = ('a',)", .texts(["a"])),
            ("x = ('a', 'b')", .texts(["a", "b"])), ("x = 'a', 'b'", .texts(["a", "b"])),
            ("x = (\n  'a',  # first, 'not this'\n  \"b\",\n)\ny = 1", .texts(["a", "b"])),
            ("x = ['a',\n'b']", .texts(["a", "b"])), ("x = {'a'}", .texts(["a"])),
            ("x = ()", .texts([])), ("x = \\\n  'a'", .text("a")), ("x='it\\'s'", .text("it's")),
            ("x = make('a')", .other), ("x = 'a' if y else 'b'", .other), ("x = f'a'", .other),
            ("x == 'a'", nil), ("  x = 'a'", nil), ("xy = 'a'", nil), ("x", nil),
            ("\"\"\"\nx = 'doc'\n\"\"\"\nx = 'a'", .text("a")),
            ("def f():\n    x = 'b'\nx = 'a'", .text("a")), ("# x = 'b'\nx = 'a'", .text("a")),
            ("x = 'b'\nx = 'a'\n", .text("a")), ("y = '\nx = 'a'", .text("a")),
            ("y = [\n'#',\n'''\nx = 1'''\n]\r\nx = 'a'\r\n", .text("a")),
            ("x = None", .some(.none)), ("x = ", .some(.none)), ("x = (", .some(.none)),
        ] as [(String, PythonLiteral.Value?)])
    func assignments(text: String, value: PythonLiteral.Value?) {
        #expect(PythonLiteral.assignments(of: ["x"], in: text)["x"] == value, "\(text)")
    }

    @Test("many brackets and quotes are read in one pass", .timeLimit(.minutes(1)))
    func hostile() {
        let text = "x = " + String(repeating: "([{'\"", count: 40_000)
        _ = PythonLiteral.assignments(of: ["x"], in: text)
        let quotes = String(repeating: "'''", count: 60_000)
        _ = PythonLiteral.assignments(of: ["x"], in: quotes)
        let parts = PythonLiteral.assignments(
            of: ["x"], in: "x = " + String(repeating: "'a' ", count: 250_000))
        #expect(parts["x"] == .text(String(repeating: "a", count: 250_000)))
    }

    @Test(
        "the folders of scripts are found as alembic finds them",
        arguments: [
            ("script_location = migrations", ["/p/migrations/versions"]),
            ("script_location: %(here)s/migrations  ", ["/p/migrations/versions"]),
            ("base = migrations\nscript_location = %(base)s", ["/p/migrations/versions"]),
            ("script_location = /p/migrations", ["/p/migrations/versions"]),
            ("script_location = app.db:migrations", ["/p/app/db/migrations/versions"]),
            ("script_location = lib:migrations", ["/p/src/lib/migrations/versions"]),
            (
                "script_location = migrations\nversion_locations = a, b  c",
                ["/p/a", "/p/b", "/p/c"]
            ),
            (
                "script_location = migrations\nversion_path_separator = os\n"
                    + "version_locations = %(here)s/a:%(here)s/b", ["/p/a", "/p/b"]
            ),
            (
                "script_location = migrations\npath_separator = newline\nversion_locations =\n"
                    + "    a\n    b c\n", ["/p/a", "/p/b c"]
            ),
            (
                "script_location = migrations\npath_separator = ;\nversion_locations = a;b",
                ["/p/a", "/p/b"]
            ),
        ])
    func locations(settings: String, folders: [String]) throws {
        let world = Self.world(["/p/alembic.ini": .text("[other]\nx=1\n[alembic]\n\(settings)\n")])
        let found = try AlembicConfiguration(of: "/p", file: "alembic.ini", in: world)
        #expect(found.folders == folders)
    }

    @Test(
        "settings that refer to each other without end come to nothing", .timeLimit(.minutes(1)),
        arguments: [
            "script_location = \(references(20, to: "script_location"))",
            "a =\nb = \(references(500, to: "a"))\nc = \(references(500, to: "b"))\n"
                + "script_location = \(references(500, to: "c"))",
            "a = \(String(repeating: "x", count: 1000))\nb = \(references(1000, to: "a"))\n"
                + "script_location = \(references(1000, to: "b"))",
        ])
    func endlessReferences(settings: String) throws {
        let section = try #require(
            SettingsSection("alembic", of: "[alembic]\n\(settings)\n", defaults: [:]))
        #expect(section.value(of: "script_location") == nil)
    }

    @Test("references that do not end are read in one pass", .timeLimit(.minutes(1)))
    func openReferences() throws {
        let text = "x" + String(repeating: "%(", count: 100_000)
        let section = try #require(
            SettingsSection("alembic", of: "[alembic]\na = \(text)\n", defaults: [:]))
        #expect(section.value(of: "a") == text)
    }

    private static func references(_ count: Int, to name: String) -> String {
        String(repeating: "%(\(name))s", count: count)
    }

    @Test("pyproject.toml is read where there is no alembic.ini")
    func pyproject() throws {
        let text = """
            [tool.alembic]
            script_location = "%(here)s/migrations"  # here
            version_locations = [
                "%(here)s/a", "b",
            ]
            recursive_version_locations = true
            [tool.other]
            script_location = "x"
            """
        let found = try AlembicConfiguration(
            of: "/p", file: "alembic.ini", in: Self.world(["/p/pyproject.toml": .text(text)]))
        #expect(found.folders == ["/p/a", "/p/b"])
        #expect(found.isRecursive)
    }

    private static func world(_ files: [String: FakeFileSystem.Node]) -> World {
        let folders = ["/p/migrations", "/p/app/db/migrations", "/p/src/lib/migrations"]
        let nodes = Dictionary(
            uniqueKeysWithValues: folders.map { ($0, FakeFileSystem.Node.directory) })
        return .fake(files: FakeFileSystem(nodes.merging(files) { $1 }), workingDirectory: "/")
    }

    @Test("only the files that alembic loads are read, folders below only where it says so")
    func scriptFiles() throws {
        let script = FakeFileSystem.Node.text("revision = 'a'\ndown_revision = None")
        let files: [String: FakeFileSystem.Node] = [
            "/p/alembic.ini":
                "[alembic]\nscript_location=migrations\nrecursive_version_locations=true",
            "/p/migrations/versions/1.py": script,
            "/p/migrations/versions/deep/er/ab12.py": "down_revision = 'a'",
            "/p/migrations/versions/__init__.py": "",
            "/p/migrations/versions/.#2.py": "broken",
            "/p/migrations/versions/__pycache__/1.cpython-311.pyc": "broken",
            "/p/migrations/versions/README": "broken",
        ]
        let world = Self.world(files)
        var configuration = try AlembicConfiguration(of: "p", file: "alembic.ini", in: world)
        let scripts = try RevisionScript.all(of: configuration, in: world)
        #expect(scripts.map(\.revision) == ["a", "ab12"])
        configuration.isRecursive = false
        #expect(try RevisionScript.all(of: configuration, in: world).count == 1)
    }

    @Test("a revision that a head depends on is a head, though the database need not hold it")
    func effectiveHeads() throws {
        let graph = try RevisionGraph([
            RevisionScript("revision='a'\nbranch_labels=('lib',)", file: "a.py"),
            RevisionScript("revision='b'\ndepends_on='lib'", file: "b.py"),
        ])
        #expect(graph.heads == ["a", "b"])
        #expect(graph.effectiveHeads == ["b"])
        #expect(graph.pending(after: ["b"]) == 0)
        #expect(graph.pending(after: ["a"]) == 1)
    }

    @Test("a circle is named without what only follows it")
    func circle() throws {
        let scripts = try ["a": "'c'", "b": "'a'", "c": "'b'", "d": "'c'"].map {
            try RevisionScript(
                "revision='\($0.key)'\ndown_revision=\($0.value)", file: "\($0.key).py")
        }
        #expect(throws: RevisionGraph.Problem(summary: "a, b, c follow one another in a circle")) {
            try RevisionGraph(scripts)
        }
    }
}
