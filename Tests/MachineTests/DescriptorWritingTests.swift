import Foundation
import Machine
import Synchronization
import Testing

@Suite struct DescriptorWritingTests {
    @Test("all is written, however little is taken at a time", .timeLimit(.minutes(1)))
    func whole() throws {
        let pipe = Pipe()
        let writing = pipe.fileHandleForWriting
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let failures = Mutex<[Int32?]>([])
        Thread {
            let failure = DescriptorWriting.write(bytes, to: writing.fileDescriptor)
            failures.withLock { $0.append(failure) }
            try? writing.close()
        }.start()
        #expect(try pipe.fileHandleForReading.readToEnd() == Data(bytes))
        #expect(failures.withLock { $0 } == [nil])
    }

    @Test("a full disk is told by its number")
    func full() throws {
        let disk = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        #expect(DescriptorWriting.write([1], to: disk.fileDescriptor) == ENOSPC)
    }
}
