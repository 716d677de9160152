/// Something of the program that reads what others wrote, and is given any bytes at all.
///
/// A subject must end soon, keep within its memory and never trap, whatever the bytes; beyond that
/// it may keep a promise that can be checked without knowing what is right, such as that two ways to
/// the same answer agree.
public protocol FuzzSubject: Sendable {
    /// What it is called, and its folders of seeds and regressions with it.
    var name: String { get }
    /// Longer inputs are not tried, in bytes.
    var longestInput: Int { get }
    /// Reads the bytes.
    ///
    /// - Throws: ``BrokenPromise`` where reading ends well and with a wrong answer.
    func read(_ bytes: [UInt8]) async throws(BrokenPromise)
}

extension FuzzSubject {
    /// Long enough for a small document.
    public var longestInput: Int { 2048 }
}

/// An answer that can't be right.
public struct BrokenPromise: Error, CustomStringConvertible {
    /// What is wrong with it.
    public let description: String

    /// Says what is wrong.
    init(_ description: String) { self.description = description }

    /// Throws where something is not as it must be.
    static func unless(
        _ holds: Bool, _ promise: @autoclosure () -> String
    ) throws(BrokenPromise) {
        if !holds { throw BrokenPromise(promise()) }
    }
}
