# One image, any number of nodes. The database, Redis and files are elsewhere; see docker-compose.yml.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Node builds the web app and the IDE; nothing of it reaches the image that runs.
COPY --from=node:24-bookworm-slim /usr/local/bin/node /usr/local/bin/node
COPY --from=node:24-bookworm-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
 && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
WORKDIR /src
COPY . .
RUN dotnet publish api -c Release -o /app -p:SkipPostgres=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# For the health check below.
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown app:app /data
USER app
# Virtual machines hide how large their caches are, and .NET then collects its youngest objects every 2 MiB; 16 MiB take a tenth off the CPU of a page.
ENV DOTNET_GCgen0size=0x1000000
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Data__Folder=/data \
    Database__Mode=Server \
    Logging__Console__FormatterName=json
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD curl -fsS http://127.0.0.1:8080/health || exit 1
ENTRYPOINT ["dotnet", "Cooperator.Api.dll"]
