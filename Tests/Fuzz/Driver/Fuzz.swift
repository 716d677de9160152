import Dispatch
import Foundation
import FuzzSubjects

/// Gives one input of libFuzzer to the subject that `FUZZ_SUBJECT` names
/// (https://llvm.org/docs/LibFuzzer.html#fuzz-target).
///
/// It is read in a task, as everything is in the program: the stacks there are small.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let subject = chosen.subject
    // Not all that libFuzzer does keeps to its bound.
    guard count <= subject.longestInput else { return -1 }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let end = DispatchSemaphore(value: 0)
    Task {
        do throws(BrokenPromise) {
            try await subject.read(bytes)
        } catch {
            stop("fuzz: \(subject.name): \(error)")
        }
        end.signal()
    }
    end.wait()
    return 0
}

private let chosen = ChosenSubject()
