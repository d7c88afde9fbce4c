# The image of the Tidings services and commands, made of what Maven has built:
#   mvn -q -Dquick -DskipTests package && docker build -t tidings .
FROM eclipse-temurin:17-jre

# Article files carry names of every script; a plain C locale would lose them.
ENV LC_ALL=C.UTF-8 \
    TIDINGS_DATA_DIR=/var/lib/tidings
# A new volume takes over the owner of the folder it is mounted on.
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /var/lib/tidings tidings \
    && install -d -o tidings -g tidings /var/lib/tidings
COPY app/src/main/docker/tidings /usr/local/bin/
COPY app/target/lib /opt/tidings/lib
COPY app/target/tidings-app-*.jar /opt/tidings/lib/

# By number, so that a cluster can see that it is not root.
USER 10001:10001
WORKDIR /var/lib/tidings
ENTRYPOINT ["tidings"]
CMD ["--help"]
