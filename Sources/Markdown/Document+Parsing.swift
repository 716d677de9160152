extension Document {
    /// Parses Markdown: CommonMark 0.31.2 blocks, GFM tables, and front matter.
    ///
    /// Every text is valid Markdown, so nothing is thrown. Time is linear in the length of the text.
    public init(parsing text: String) {
        let source = ByteText(normalising: text)
        let front = FrontMatterScanner(source)
        var parser = BlockParser(source, from: front.offset, line: front.line)
        self.init(frontMatter: front.frontMatter, blocks: parser.parse())
    }

    /// Parses the bytes of a file, in which invalid UTF-8 counts as replacement characters.
    public init(parsing bytes: [UInt8]) {
        self.init(parsing: String(decoding: bytes, as: UTF8.self))
    }
}
