import Testing

@testable import Probes

@Suite struct JSONPathTests {
    private static let document = """
        {"a": {"b": 1, "length": "long"}, "list": [{"b": true, "name": "x"}, {"name": "y"}, 5],
         "a.b": "dotted", "empty": [], "text": "four", "none": null, "0": "zero",
         "deep": [[1, 2], [3]], "map": {"one": {"up": true}, "two": {"up": false}}}
        """

    private func find(_ path: String, in text: String = document) throws -> JSONPath.Found {
        let parsed = try #require(JSONPath(path))
        return parsed.find(in: try JSONValue(parsing: text))
    }

    @Test(
        "a path leads to one value",
        arguments: [
            ("a.b", "1"), ("list[0].b", "true"), ("list.0.b", "true"), ("list[2]", "5"),
            ("[\"a.b\"]", "dotted"), ("['a.b']", "dotted"), ("[a.b]", "dotted"), ("none", "null"),
            ("list.length", "3"), ("empty.length", "0"), ("text.length", "4"), ("a.length", "long"),
            ("map.length", "2"), ("0", "zero"), ("map[one].up", "true"),
            ("map[\"two\"].up", "false"),
            ("deep[0][1]", "2"), ("deep.1.0", "3"), ("a", "{\"b\":1,\"length\":\"long\"}"),
        ])
    func one(path: String, text: String) throws {
        guard case .one(let value) = try find(path) else {
            Issue.record("\(path) leads to \(try find(path))")
            return
        }
        #expect(value.text == text)
    }

    @Test(
        "a path that leads nowhere names the step that is missing",
        arguments: [
            ("x", "x"), ("a.x.y", "a.x"), ("list[3]", "list[3]"), ("list[-1]", "list[-1]"),
            ("list.b", "list.b"), ("none.x", "none.x"), ("text.x", "text.x"),
            ("list.length.x", "list.length"), ("x[*].y", "x"), ("text[*]", "text"),
            ("none.length", "none.length"),
        ])
    func missing(path: String, place: String) throws {
        #expect(try find(path) == .missing(place))
    }

    @Test(
        "a star or a filter leads to each element",
        arguments: [
            ("list[*].name", ["list[0]=x", "list[1]=y", "list[2]="]),
            ("list.*.name", ["list[0]=x", "list[1]=y", "list[2]="]),
            (
                "list[*]",
                ["list[0]={\"b\":true,\"name\":\"x\"}", "list[1]={\"name\":\"y\"}", "list[2]=5"]
            ),
            ("empty[*].x", []), ("deep[*][*]", ["deep[0][0]=1", "deep[0][1]=2", "deep[1][0]=3"]),
            ("deep[*].length", ["deep[0]=2", "deep[1]=1"]),
            ("map.*.up", ["map.one=true", "map.two=false"]),
            ("list[name=x].b", ["list[0]=true"]), ("list[name=z].b", []),
            ("list[*].name.x[*]", ["list[0]=", "list[1]=", "list[2]="]),
        ])
    func each(path: String, expected: [String]) throws {
        guard case .each(let elements) = try find(path) else {
            Issue.record("\(path) leads to \(try find(path))")
            return
        }
        #expect(elements.map { "\($0.place)=\($0.value?.text ?? "")" } == expected)
    }

    @Test("the document itself may be a list")
    func rootList() throws {
        #expect(try find("length", in: "[1,2]") == .one(.number("2")))
        #expect(try find("[1]", in: "[1,2]") == .one(.number("2")))
        #expect(
            try find("[*].up", in: "[{\"up\":1}]")
                == .each([JSONPath.Element(place: "[0]", value: .number("1"))]))
        #expect(
            try find("*", in: "{\"k\":1}")
                == .each([JSONPath.Element(place: "k", value: .number("1"))]))
    }

    @Test(
        "a malformed path is no path",
        arguments: ["", ".", "a.", ".a", "a..b", "a[", "a[]", "a[\"b\"", "a[\"b\"x]", "[*"])
    func malformed(path: String) {
        #expect(JSONPath(path) == nil)
    }
}
