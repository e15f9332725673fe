# One image for the portal and for the steps of promotions (`tiphys step …`).
# Build it from the root of the repository: docker build -t tiphys .
FROM docker.io/library/maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
# The sandbox and its database are for trying things out and stay out of the image.
RUN mvn -B -ntp -DskipTests -Pimage package

FROM docker.io/library/eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /opt/tiphys --shell /usr/sbin/nologin tiphys
WORKDIR /opt/tiphys
COPY --from=build /src/app/target/tiphys.jar portal.jar
COPY --from=build /src/steps/target/tiphys-steps.jar steps.jar
COPY --chmod=0755 docker/tiphys /usr/local/bin/tiphys
USER 10001
EXPOSE 8080
ENTRYPOINT ["tiphys"]
CMD ["portal"]
