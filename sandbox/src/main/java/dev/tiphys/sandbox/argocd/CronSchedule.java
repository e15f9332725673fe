package dev.tiphys.sandbox.argocd;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/// A cron schedule of five fields, for sync windows.
record CronSchedule(BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays, boolean anyDay,
        ZoneId zone) {

    static CronSchedule parse(String text, String zone) {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != 5) {
            throw GrpcException.unknown("cannot parse schedule '" + text + "': expected exactly 5 fields");
        }
        try {
            boolean anyDay = fields[2].startsWith("*") || fields[4].startsWith("*");
            return new CronSchedule(field(fields[0], 0, 59), field(fields[1], 0, 23), field(fields[2], 1, 31),
                    field(fields[3], 1, 12), field(fields[4], 0, 7), anyDay, ZoneId.of(zone));
        } catch (NumberFormatException | DateTimeException malformed) {
            throw new GrpcException(GrpcCode.UNKNOWN, "cannot parse schedule '" + text + "' in zone " + zone);
        }
    }

    /// Whether it fired at `now` or less than `duration` before.
    boolean firedWithin(Duration duration, Instant now) {
        ZonedDateTime minute = now.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        Instant earliest = now.minus(duration);
        while (minute.toInstant().isAfter(earliest)) {
            if (matches(minute)) {
                return true;
            }
            minute = minute.minusMinutes(1);
        }
        return false;
    }

    private boolean matches(ZonedDateTime time) {
        int weekday = time.getDayOfWeek().getValue();
        boolean onWeekday = weekdays.get(weekday) || (weekday == 7 && weekdays.get(0));
        boolean onDay = days.get(time.getDayOfMonth());
        boolean dayFits = anyDay ? onDay && onWeekday : onDay || onWeekday;
        return minutes.get(time.getMinute()) && hours.get(time.getHour()) && months.get(time.getMonthValue())
                && dayFits;
    }

    private static BitSet field(String text, int least, int most) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            String[] stepped = part.split("/", 2);
            int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
            String[] range = stepped[0].equals("*")
                    ? new String[]{Integer.toString(least), Integer.toString(most)}
                    : stepped[0].split("-", 2);
            int from = Integer.parseInt(range[0]);
            int to = range.length == 2 ? Integer.parseInt(range[1]) : stepped.length == 2 ? most : from;
            for (int value = from; value <= to && step > 0; value += step) {
                values.set(value);
            }
        }
        return values;
    }
}
