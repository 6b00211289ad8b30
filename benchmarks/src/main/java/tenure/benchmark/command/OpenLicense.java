package tenure.benchmark.command;

/** Begins a license. */
record OpenLicense(String license, int seats) {}
