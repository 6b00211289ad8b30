package tenure.command.imports;

/** Knows the files of one kind of source and which commands their rows mean. */
public interface SourceMapping {
    /** What it is chosen by. */
    String name();

    /**
     * Reads all rows and hands over a command for each, those about one customer in the order of time.
     *
     * @throws SourceRefused when a file or a column is missing; nothing has been handed over then
     */
    void read(SourceFiles source, Receiver receiver) throws SourceRefused;

    /** Takes what is read. */
    interface Receiver {
        /** A command to send. */
        void item(ImportItem item);

        /** A row that nothing came of. */
        void problem(RowProblem problem);

        /** Something strange that costs no row; equal texts are counted together. */
        void remark(String text, String file, long line);

        /** Waits until everything handed over so far has been sent, as what follows builds on it. */
        void settle();

        /** How far the reading is; told after every row. */
        void progress(ImportProgress progress);
    }
}
