// The assistant on Azure Container Apps: three replicas, records in Azure Storage, one managed identity for all, no key
// of an account anywhere. Not made: the image (push deploy/Dockerfile's to a registry), and the OAuth connections of
// README's "Real deals", whose secret is the administrator's own.
targetScope = 'resourceGroup'

@description('Begins the names of all that is made: 3 to 11 small letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'cosell'

param location string = resourceGroup().location

@description('Such as myregistry.azurecr.io/co-sell-assistant:0.1.0; a tag that stays, never latest.')
param image string

@description('The name of the Azure Container Registry that holds the image, in this resource group.')
param registryName string

@minValue(2)
@maxValue(10)
param minReplicas int = 3

@minValue(2)
@maxValue(30)
param maxReplicas int = 6

@description('For how long turns under way may take at a stop; the platform waits for 30 seconds more.')
@minValue(0)
@maxValue(540)
param drainSeconds int = 15

@description('COMPANY_FILE as YAML: who works where. Kept in the key vault.')
@secure()
param companyYaml string

@description('METRICS_TOKEN: 16 signs or more. Kept in the key vault.')
@secure()
@minLength(16)
param metricsToken string

@description('The OAuth connection for deals on the bot; made by hand, since it holds a secret of the administrator.')
param referralsConnection string = 'partner-center'

@description('WORKSHOP_ROLE: whose people may change answers; empty is nobody. What they change is kept in the storage.')
@allowed([
  ''
  'account-admin'
  'global-admin'
  'referrals-admin'
  'business-profile-admin'
  'user-admin'
])
param workshopRole string = ''

@description('SIGN_IN_APP_ID: the Entra application that the tabs sign people in to; a managed identity is none. Empty where there are no tabs.')
param signInAppId string = ''

var suffix = uniqueString(resourceGroup().id)
var containerName = 'co-sell-assistant'
var roles = {
  blobs: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
  queues: '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  secrets: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
  pull: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${name}${suffix}', 24)
  location: location
  sku: {
    name: 'Standard_ZRS'
  }
  kind: 'StorageV2'
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

// What a person has deleted must not stay in a version or a bin.
resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: false
    deleteRetentionPolicy: {
      enabled: false
    }
    containerDeleteRetentionPolicy: {
      enabled: false
    }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobService
  name: containerName
}

resource blobRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identity.id, roles.blobs)
  scope: account
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobs)
  }
}

resource queueRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identity.id, roles.queues)
  scope: account
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queues)
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource pullRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, roles.pull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.pull)
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${suffix}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true
  }
}

resource companySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'company'
  properties: {
    value: companyYaml
  }
}

resource metricsSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'metrics-token'
  properties: {
    value: metricsToken
  }
}

resource secretRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, roles.secrets)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secrets)
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: '${name}-assistant'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      // One revision at a time: the next one is ready before the last one drains.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 3978
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registry.properties.loginServer
          identity: identity.id
        }
      ]
      secrets: [
        {
          name: 'company'
          keyVaultUrl: companySecret.properties.secretUri
          identity: identity.id
        }
        {
          name: 'metrics-token'
          keyVaultUrl: metricsSecret.properties.secretUri
          identity: identity.id
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: drainSeconds + 30
      containers: [
        {
          name: 'assistant'
          image: image
          resources: {
            cpu: json('1.0')
            memory: '2Gi'
          }
          env: [
            { name: 'HOST', value: '0.0.0.0' }
            { name: 'PORT', value: '3978' }
            { name: 'DRAIN_SECONDS', value: string(drainSeconds) }
            { name: 'STORAGE', value: 'azure' }
            { name: 'AZURE_STORAGE_ACCOUNT', value: account.name }
            { name: 'AZURE_STORAGE_CONTAINER', value: containerName }
            { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppId', value: identity.properties.clientId }
            { name: 'MicrosoftAppTenantId', value: identity.properties.tenantId }
            { name: 'REFERRALS', value: 'partner-center' }
            { name: 'OAUTH_CONNECTION_REFERRALS', value: referralsConnection }
            { name: 'COMPANY_FILE', value: '/config/company.yaml' }
            { name: 'METRICS_TOKEN', secretRef: 'metrics-token' }
            { name: 'WORKSHOP_ROLE', value: workshopRole }
            { name: 'SIGN_IN_APP_ID', value: signInAppId }
          ]
          volumeMounts: [
            {
              volumeName: 'config'
              mountPath: '/config'
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 3
              failureThreshold: 20
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 10
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 3978
              }
              periodSeconds: 10
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '32'
              }
            }
          }
        ]
      }
      volumes: [
        {
          name: 'config'
          storageType: 'Secret'
          secrets: [
            {
              secretRef: 'company'
              path: 'company.yaml'
            }
          ]
        }
      ]
    }
  }
  dependsOn: [
    blobRole
    queueRole
    pullRole
    secretRole
    container
  ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot-${suffix}'
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'S1'
  }
  properties: {
    displayName: 'Co-sell Assistant'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: identity.properties.tenantId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}

output messagingEndpoint string = bot.properties.endpoint
output appId string = identity.properties.clientId
