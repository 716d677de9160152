/// The pipes of one run.
struct CommandPipes {
    /// The program's standard output.
    let output: SystemPipe
    /// The program's standard error.
    let error: SystemPipe
    /// A byte in it wakes the thread that watches the program.
    let wake: SystemPipe

    /// Opens them all; `nil` where the system has too few descriptors left.
    init?() {
        guard let output = SystemPipe() else { return nil }
        guard let error = SystemPipe() else {
            output.close()
            return nil
        }
        guard let wake = SystemPipe() else {
            output.close()
            error.close()
            return nil
        }
        (self.output, self.error, self.wake) = (output, error, wake)
    }

    /// Closes them, the program's own ends apart.
    func close() {
        output.closeReading()
        error.closeReading()
        wake.close()
    }
}
