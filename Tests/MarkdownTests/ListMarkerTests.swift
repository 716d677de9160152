import Testing

@testable import Markdown

@Suite("Lists")
struct ListMarkerTests {
    @Test("items know where their markers stand and where they end")
    func positions() {
        let text = """
            - one
              more
              - inner

            - two

              paragraph
            """
        #expect(
            Document.dump(text) == """
                list bullet loose @1:1-7
                  item @1:1-3
                    paragraph @1:3-2 3:"one⏎more"
                    list bullet tight @3:3-3
                      item @3:3-3
                        paragraph @3:5-3 5:"inner"
                  item @5:1-7
                    paragraph @5:3-5 3:"two"
                    paragraph @7:3-7 3:"paragraph"
                """)
    }

    @Test(
        "a marker needs a space behind it, and a number at most nine digits",
        arguments: [
            ("- a", true), ("+\ta", true), ("*", true), ("12) a", true), ("123456789. a", true),
            ("-a", false), ("1.a", false), ("1234567890. a", false), ("1: a", false), ("–", false),
        ])
    func markers(text: String, isList: Bool) {
        #expect(Document.dump(text).hasPrefix("list") == isList)
    }

    @Test(
        "only bullets with text and the number 1 interrupt a paragraph",
        arguments: [
            ("a\n- b", 2), ("a\n1. b", 2), ("a\n2. b", 1), ("a\n*", 1), ("a\n2026. b", 1),
        ])
    func interruption(text: String, blockCount: Int) {
        #expect(Document(parsing: text).blocks.count == blockCount)
    }

    @Test("another bullet or delimiter starts another list, which keeps its first number")
    func lists() {
        #expect(
            Document.dump("- a\n+ b\n3. c\n7. d\n4) e") == """
                list bullet tight @1:1-1
                  item @1:1-1
                    paragraph @1:3-1 3:"a"
                list bullet tight @2:1-2
                  item @2:1-2
                    paragraph @2:3-2 3:"b"
                list ordered from 3 tight @3:1-4
                  item @3:1-3
                    paragraph @3:4-3 4:"c"
                  item @4:1-4
                    paragraph @4:4-4 4:"d"
                list ordered from 4 tight @5:1-5
                  item @5:1-5
                    paragraph @5:4-5 4:"e"
                """)
    }

    @Test(
        "blank lines between items or their direct children make a list loose",
        arguments: [
            ("- a\n- b", true), ("- a\n\n- b", false), ("- a\n\n  b", false),
            ("- a\n  - b\n\n    c", true), ("- a\n\n", true), ("- a\n  ```\n\n  ```\n- b", true),
            ("- a\n  > b\n  >\n- c", true), ("- # a\n\n  b", false),
            ("- a\n\n  [x]: /y\n- b", false), ("- [x]:\n  /y\n- b", true),
        ])
    func tightness(text: String, isTight: Bool) throws {
        guard case .list(let list) = try #require(Document(parsing: text).blocks.first).content
        else {
            Issue.record("no list")
            return
        }
        #expect(list.isTight == isTight)
    }
}
