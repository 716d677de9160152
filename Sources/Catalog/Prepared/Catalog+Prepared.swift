extension Catalog: PreparedValue {
    static var blank: Catalog { Catalog() }

    mutating func pass(_ fields: inout some FieldPass) {
        runbooks.pass(&fields)
        diagnostics.pass(&fields)
    }

    /// The catalog as text that ``init(prepared:)`` reads many times faster than runbooks are parsed.
    ///
    /// It is for the same build of the program only.
    public var prepared: [UInt8] {
        var writer = PreparedWriter()
        var catalog = self
        catalog.pass(&writer)
        return writer.bytes
    }

    /// Reads a prepared catalog; `nil` where the bytes are not one.
    public init?(prepared bytes: UnsafeBufferPointer<UInt8>) {
        var reader = PreparedReader(bytes)
        self.init()
        pass(&reader)
        if reader.isDamaged || !reader.isAtEnd { return nil }
    }
}
