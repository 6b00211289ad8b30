// The tests read dates and numbers in one zone and leave the locale to each of them.
process.env['TZ'] = 'UTC';
